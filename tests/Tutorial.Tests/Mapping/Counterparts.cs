using TypedTensors.Tests.Tutorial.Programs;

namespace TypedTensors.Tests.Tutorial.Mapping;

/// <summary>
/// What stands for the texts and values of the cases here. A name of the program, and <c>grad</c>, <c>grad_fn</c>, <c>requires_grad</c>, <c>data</c> and
/// <c>shape</c> of one, stand for themselves; everything else has a row.
/// </summary>
/// <remarks>
/// Texts are compared letter by letter but for the following, which <c>PythonText</c> and <c>PrintedText</c> put in: <c>dtype=torch.int32</c> is <c>dtype=int</c> and so on, a gradient
/// function has the name of the operation in <c>Ops</c>, <c>torch.Size([2, 3])</c> is the <c>Shape</c> <c>(2, 3)</c>, a named tuple is a tuple, <c>device(type='cpu')</c> is <c>cpu</c>.
/// </remarks>
internal static class Counterparts
{
    private static readonly Dictionary<(string Case, string Expression), Counterpart> Texts = new()
    {
        [("matmul-broadcast-shape", "s")] = Shape("r"),
        [("gd-30-steps", "shown")] = new("w.ToString() after each of the first 27 steps", names => Leaves(names, 27)),
        [("gd-generic-20-steps", "shown")] = new("w.ToString() after each step", names => Leaves(names, 20)),
        [("requires-grad-inplace", "before")] = new("a.RequiresGrad before it is set", names => names.Properties("a_before").RequiresGrad),
        [("requires-grad-inplace", "after")] = RequiresGrad("a"),
        [("no-grad-block", "a")] = RequiresGrad("x"),
        [("no-grad-block", "b")] = RequiresGrad("p"),
        [("no-grad-block", "c")] = RequiresGrad("q"),
        [("flow-sum", "g0")] = new("a.Grad before the backward pass", names => names.Operand("a").Grad) { After = 0 },
        [("squeeze-image-numpy", "label.shape")] = new("labels[0].Shape; C# has no array without dimensions", _ => OneLabel().Shape),
        [("print-rank0-array", "printed")] = new("label.Span[0]; C# has no array without dimensions", names => ((HostArray<long>)names.Array("label")).Memory.Span[0]),
        [("max-pool2d-shape", "image.shape")] = new("Tensor.From(new double[28, 28]).Shape", _ => Tensor.From(new double[28, 28]).Shape),
        [("linear-on-flatten", "fl")] = Shape("flatten"),
        [("linear-on-flatten", "ls")] = Shape("lin"),
        [("version", "v")] = new("none: the version of PyTorch is not ours", null),
        [("from-numpy-int32", "dt")] = ElementType("x_np"),
        [("from-numpy-int32", "nd")] = new("typeof(int): an array has the type of its elements", names => names.Elements("np_array").ElementType) { Text = "int" },
        [("from-numpy-default-int", "nd")] = new("new[,] { { 1, 2 }, { 3, 4 } }: whole numbers are int in C#", _ => Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }).ElementType) { Text = "int" },
        [("ones-like", "dt")] = ElementType("x_ones"),
        [("rand-like-dtype", "dt")] = ElementType("x_rand"),
        [("size", "a")] = Shape("x"),
        [("size", "b")] = Shape("x_data"),
        [("new-ones", "r0")] = new("Tensor.From([3, 2.3f])", _ => Tensor.From([3, 2.3f])),
        [("device-choice", "s")] = new("Device.Cuda().IsAvailable ? Device.Cuda() : Device.Cpu", _ => Available()),
        [("attributes", "a")] = Shape("t"),
        [("attributes", "b")] = ElementType("t"),
        [("attributes", "c")] = new("t.Device", names => names.Tensor("t").Device),
        [("max-dim0", "r")] = new("x.MaxWithIndices(0)", names => (names.Tensor("values"), names.Tensor("indices"))),
        [("max-dim1", "r")] = new("x.MaxWithIndices(1)", names => (names.Tensor("values"), names.Tensor("indices"))),
        [("add-inplace", "r")] = new("y.AddInPlace(x), which is y", names => names.Tensor("y")),
        [("svd", "r")] = new("Svd(z), up to the sign that a column of U and the one of V may have together", names =>
        {
            (var u, var v) = ((Tensor<float>)names.Tensor("U"), (Tensor<float>)names.Tensor("V"));
            float sign = -Ops.Sign(u).Item();
            return (sign * u, names.Tensor("S"), sign * v);
        }),
        [("shape-size-45", "a")] = Shape("x"),
        [("shape-size-45", "b")] = Shape("x"),
        [("dim-size", "a")] = Shape("x"),
        [("dim-size", "b")] = Shape("x"),
        [("dim-size", "c")] = new("x.Rank", names => names.Operand("x").Shape.Rank),
        [("dim-size", "d")] = new("x.Shape[0]", names => names.Operand("x").Shape[0]),
        [("dim-size", "e")] = new("x.Shape[0]", names => names.Operand("x").Shape[0]),
        [("item", "s")] = new("a.Item(), a float and not a double", names => names["s"]) { Text = "0.16602825" },
        [("item", "dt")] = ElementType("a"),
        [("squeeze", "a")] = Shape("tensor"),
        [("squeeze", "b")] = Shape("tensor"),
        [("squeeze", "c")] = Shape("t"),
        [("unsqueeze", "s")] = Shape("t"),
        [("numpy-shares-memory", "b0")] = Array("b", "[1, 1, 1, 1, 1, 1, 1]") with { After = 2 },
        [("numpy-shares-memory", "c0")] = new("c before the memory is written to", names => names.Tensor("c")) { After = 3 },
        [("numpy-shares-memory", "str(b)")] = Array("b", "[2, 2, 2, 2, 2, 2, 2]"),
        [("numpy-shares-memory", "ta")] = new("a.GetType()", names => names["a"]!.GetType().Name) { Text = "Tensor`1" },
        [("numpy-shares-memory", "tb")] = new("a.AsMemory().GetType()", names => ((HostArray<float>)names.Array("b")).Memory.GetType().Name) { Text = "Memory`1" },
        [("from-numpy-shares-memory", "a0")] = Array("a", "[1, 1, 1, 1, 1, 1, 1]") with { After = 1 },
        [("from-numpy-shares-memory", "str(a)")] = Array("a", "[2, 2, 2, 2, 2, 2, 2]"),
        [("numpy-add-out", "r")] = Array("b", "[4, 4, 4, 4, 4, 4, 4]"),
    };

    private static readonly Dictionary<(string Case, string Name), Counterpart> Scalars = new()
    {
        [("float32-range", "element_bytes")] = new("sizeof(float)", _ => sizeof(float)),
        [("float32-range", "largest")] = new("float.MaxValue", _ => float.MaxValue),
        [("float32-range", "lowest")] = new("float.MinValue", _ => float.MinValue),
        [("float32-range", "bits")] = new("8 * sizeof(float)", _ => 8 * sizeof(float)),
        [("float32-range", "epsilon")] = new("float.BitIncrement(1) - 1; float.Epsilon is the smallest number above 0", _ => float.BitIncrement(1) - 1),
        [("float32-range", "smallest_normal")] = new("MathF.ScaleB(1, -126)", _ => MathF.ScaleB(1, -126)),
        [("dataloader", "dataset_length")] = new("x.Shape[0]", names => names.Operand("x_train").Shape[0]),
        [("dataloader", "batch_count")] = new("loader.BatchCount", names => Data.DataLoader.Create((Tensor<float>)names.Tensor("x_train"), (Tensor<long>)names.Tensor("y_train"), 4).BatchCount),
        [("size-offset-stride", "product_of_sizes")] = new("points.ElementCount", names => names.Operand("points").Shape.ElementCount),
        [("squeeze-image-numpy", "label_array_shape")] = new("labels[0].Shape; C# has no array without dimensions", _ => OneLabel().Shape.Sizes.ToArray()),
        [("numel", "numel_of_x")] = new("x.ElementCount", names => names.Operand("x").Shape.ElementCount),
        [("custom-linear-module", "parameter_count")] = new("model.Parameters.Count", _ => new LinearOfRows(7, 12).Parameters.Count),
        [("device-attribute", "device_of_x_data")] = new("x.Device", names => names.Tensor("x_data").Device),
        [("device-choice", "default_device")] = new("Device.Cuda().IsAvailable ? Device.Cuda() : Device.Cpu", _ => Available()),
        [("dim-size", "dim_of_x")] = new("x.Rank", names => names.Operand("x").Shape.Rank),
        [("dim-size", "size_of_dim_0")] = new("x.Shape[0]", names => names.Operand("x").Shape[0]),
        [("dim-size", "shape_at_0")] = new("x.Shape[0]", names => names.Operand("x").Shape[0]),
    };

    /// <summary>The cases and texts that have rows, and the cases and values.</summary>
    public static IEnumerable<(string Kind, string Case, string Name)> Rows =>
        [.. Texts.Keys.Select(key => ("repr", key.Case, key.Expression)), .. Scalars.Keys.Select(key => ("scalars", key.Case, key.Name))];

    /// <summary>The row of a text; null where the expression stands for itself.</summary>
    public static Counterpart? TextOf(string id, string expression) => Texts.GetValueOrDefault((id, expression));

    /// <summary>The row of a value.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static Counterpart ScalarOf(string id, string name) =>
        Scalars.TryGetValue((id, name), out Counterpart? row) ? row : throw new InvalidDataException($"The value {name} of {id} is no name of the program, and has no row in {nameof(Counterparts)}.");

    private static Counterpart Shape(string name) => new($"{name}.Shape", names => names.Operand(name).Shape);

    private static Counterpart RequiresGrad(string name) => new($"{name}.RequiresGrad", names => names.Operand(name).RequiresGrad);

    private static Counterpart ElementType(string name) => new($"the type argument of {name}", names => names.Tensor(name).ElementType);

    private static Counterpart Array(string name, string text) => new($"the elements of {name}, as string.Join writes them", names => names.Array(name)) { Text = text };

    /// <summary>The recorded copies of a leaf as the leaf itself is printed.</summary>
    private static string Leaves(Names names, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(i => ((Tensor<float>)names.Traces["trace"][i]).RequireGrad()));

    private static Tensor<long> OneLabel() => Tensor.RandInt(0L, 10L, 32)[0];

    private static Device Available() => Device.Cuda().IsAvailable ? Device.Cuda() : Device.Cpu;
}
