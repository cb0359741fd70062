namespace TypedTensors.Tests.Compiled;

/// <summary>Writes random straight-line programs that are well typed for every binding of the sizes.</summary>
internal sealed class ProgramGenerator(int seed)
{
    private static readonly string[] Names = ["x", "w", "bias", "value"];

    private readonly Random _random = new(seed);
    private int _count;

    public CompiledProgram Next()
    {
        // A beginning from which nothing follows is given up.
        while (true)
        {
            if (TryNext($"P{_count}") is { } program)
            {
                _count++;
                return program;
            }
        }
    }

    private CompiledProgram? TryNext(string name)
    {
        ParameterList parameters = new(_random);
        int tensors = _random.Next(1, Names.Length + 1);
        for (int i = 0; i < tensors; i++)
            parameters.AddTensor(Names[i]);
        Number? factor = _random.Next(3) == 0 ? parameters.AddNumber("factor") : null;
        List<Mask> masks = _random.Next(5) == 0 ? [parameters.AddMask("mask")] : [];
        BodyWriter body = new(_random, name, parameters.Tensors, masks, factor, declaresHelpers: !parameters.HasPack);
        int statements = _random.Next(2, 11);
        for (int i = 0; i < statements; i++)
        {
            if (!body.TryStatement())
                return null;
        }

        bool isScalar = _random.Next(3) > 0;
        if ((isScalar ? body.TryScalar(parameters) : body.TryResult()) is not { } result)
            return null;
        string type = result.Values.Length == 1 ? "Tensor<double>" : $"({string.Join(", ", result.Values.Select(static _ => "Tensor<double>"))})";
        string returned = result.Values.Length > 1 || _random.Next(3) == 0 || Sizes.TextOf([.. result.Values[0].Select(static value => value.Shape)]) is not { } shape || parameters.HasPack
            ? "" : $"[return: Shape(\"{shape}\")] ";
        string source = string.Join("\n", [
            .. body.Helpers,
            $"    [Differentiable] {returned}public static {type} {name}({string.Join(", ", parameters.All.Select(static parameter => parameter.Declaration))})",
            "    {", .. body.Statements.Select(static statement => "        " + statement), $"        return {result.Text};", "    }"]);
        return new CompiledProgram(name, source, parameters.All, [.. Enumerable.Range(0, Sizes.Bindings).Select(at => result.Values.Select(values => values[at]).ToArray())]);
    }
}
