using System.Globalization;
using System.Numerics;
using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors;

/// <summary>Turns the values of a call into what the shape language knows of them: everything, since they are all here.</summary>
internal static class RuntimeArguments
{
    /// <summary>The argument for a value. An <see cref="Argument"/> stands for itself, a number that is not an <see cref="int"/> for a scalar.</summary>
    public static Argument ToArgument(object? value) => value switch
    {
        null => new AbsentArgument(),
        Argument argument => argument,
        Tensor tensor => new TensorArgument(ToShape(tensor.Sizes)),
        Shape shape => new TensorArgument(ToShape(shape)),
        int integer => new IntegerArgument(Dimension.Constant(integer)),
        Enum named => new IntegerArgument(Dimension.Constant(Convert.ToInt64(named, CultureInfo.InvariantCulture))),
        bool truth => new BooleanArgument(truth),
        string text => new TextArgument(text),
        IEnumerable<int> integers => new IntegerListArgument([.. integers.Select(integer => Dimension.Constant(integer))]),
        IEnumerable<Slice> slices => new SlicesArgument([.. slices.Select(ToItem)]),
        IEnumerable<Tensor> tensors => new TensorListArgument([.. tensors.Select(tensor => ToShape(tensor.Sizes))]),
        IEnumerable<Shape> shapes => new TensorListArgument([.. shapes.Select(ToShape)]),
        ValueType number when number.GetType().IsPrimitive || number is Half or Complex => new TensorArgument(ToShape(Shape.Scalar)),
        _ => new UnknownArgument(),
    };

    /// <summary>The values as an error message shows them.</summary>
    public static IEnumerable<string> Describe(ReadOnlySpan<object?> arguments)
    {
        var texts = new List<string>();
        foreach (object? argument in arguments)
        {
            texts.Add(argument switch
            {
                null => "null",
                Tensor tensor => tensor.Sizes.ToString(),
                IEnumerable<int> integers => $"[{string.Join(", ", integers)}]",
                IEnumerable<Slice> slices => $"[{string.Join(", ", slices)}]",
                IEnumerable<Tensor> tensors => $"[{string.Join(", ", tensors.Select(tensor => tensor.Sizes))}]",
                IEnumerable<Shape> shapes => $"[{string.Join(", ", shapes)}]",
                _ => argument.ToString() ?? "",
            });
        }

        return texts;
    }

    private static SliceItem ToItem(Slice slice) =>
        slice.IsNewAxis ? new NewAxisSlice()
        : slice.IsIndex ? new IndexSlice(Dimension.Constant(slice.StartValue), slice.StartIsFromEnd)
        : new RangeSlice(
            Dimension.Constant(slice.StartValue), slice.StartIsFromEnd,
            Dimension.Constant(slice.End.Value), slice.End.IsFromEnd, Dimension.Constant(slice.StepSize));

    private static ShapeValue ToShape(Shape shape) => ShapeValue.Of(Array.ConvertAll(shape.Sizes.ToArray(), size => (long)size));
}
