using TypedTensors.Compilation;

namespace TypedTensors.Tests.Compiled;

/// <summary>Holds the generated members of one program against the tape and against central differences.</summary>
internal sealed class ProgramChecks
{
    private readonly CompiledProgram _program;
    private readonly Random _random;
    private readonly OnTape _tape;
    private readonly Member _compiled;
    private readonly Member _derivative;
    private readonly bool _isScalar;

    public ProgramChecks(Type type, CompiledProgram program, int seed)
    {
        _program = program;
        _random = new Random(seed);
        _tape = new OnTape(type.GetMethod(program.Name)!, program.Parameters);
        _compiled = Member.Find(type, program.Name + "Compiled")!;
        Member? scalar = Member.Find(type, program.Name + "AndGradients");
        _isScalar = scalar is not null;
        _derivative = scalar ?? Member.Find(type, program.Name + "Vjp")!;
        Assert.True(_compiled.Refusal is null, _compiled.Refusal);
    }

    /// <summary>Checks everything with the sizes of one binding, and those of the other on the same members, and with the first ones once more.</summary>
    public void Run()
    {
        foreach (int binding in (int[])[0, 1, 0])
        {
            object[] arguments = _program.Arguments(binding);
            Tensor<double>[] cotangents = _isScalar ? [] : [.. _program.Values[binding].Select(Cotangent)];
            (Tensor<double>[] values, Tensor<double>[] gradients) = _tape.Run(arguments, cotangents);
            Close("the method as written", values, _program.Values[binding], 1e-12);
            if (_isScalar)
                Assert.Equal(0, values[0].Rank);
            Expected expected = new(values, gradients);
            Differences(arguments, cotangents, gradients);
            Forms("", arguments, cotangents, expected);
            Forms("strided arguments: ", Arguments.Strided(arguments, _random), [.. cotangents.Select(cotangent => Arguments.Strided(cotangent, _random))], expected);
            Aliased(arguments, cotangents, expected);
            CompiledCode.RunsOnTape = true;
            try
            {
                Forms("on the tape: ", arguments, cotangents, expected);
            }
            finally
            {
                CompiledCode.RunsOnTape = false;
            }
        }

        new ShapeErrors(_program, _tape, _compiled, _random).Run();
    }

    private void Forms(string how, object[] arguments, Tensor<double>[] cotangents, Expected expected)
    {
        Close(how + "compiled", _compiled.Fresh(arguments), expected.Values, 1e-12);
        object[] all = [.. arguments, .. cotangents];
        Derivative(how + "derivative", _derivative.Fresh(all), expected);
        if (_compiled.TakesDestinations)
        {
            Tensor<double>[] into = Receivers(expected.Values);
            _compiled.Into(arguments, into);
            Close(how + "compiled into destinations", into, expected.Values, 1e-12);
        }

        Tensor<double>[] values = _isScalar ? [] : Receivers(expected.Values);
        Tensor<double>[] gradients = Receivers(expected.Gradients);
        Tensor<double>[] returned = _derivative.Into(all, [.. values, .. gradients], false);
        Derivative(how + "derivative into destinations", [.. returned, .. values, .. gradients], expected);
        foreach (Tensor<double> gradient in gradients)
            gradient.Fill(0);
        for (int i = 0; i < 2; i++)
            returned = _derivative.Into(all, [.. values, .. gradients], true);
        Derivative(how + "derivative added twice", [.. returned, .. values, .. gradients.Select(static gradient => gradient * 0.5)], expected);
    }

    /// <summary>The gradients replace the arguments that they belong to, and then are added to them.</summary>
    private void Aliased(object[] arguments, Tensor<double>[] cotangents, Expected expected)
    {
        foreach (bool accumulate in (bool[])[false, true])
        {
            object[] own = Arguments.Copied(arguments);
            Tensor<double>[] gradients = [.. own.Where((_, i) => _program.Parameters[i].IsDifferentiated).Cast<Tensor<double>>()];
            Tensor<double>[] before = [.. gradients.Select(static gradient => Ops.Clone(gradient))];
            Tensor<double>[] values = _isScalar ? [] : Receivers(expected.Values);
            Tensor<double>[] returned = _derivative.Into([.. own, .. cotangents], [.. values, .. gradients], accumulate);
            Tensor<double>[] added = accumulate ? [.. gradients.Zip(before, static (sum, old) => sum - old)] : gradients;
            Derivative("destinations that are arguments", [.. returned, .. values, .. added], expected);
        }

        for (int i = 0; i < arguments.Length && _compiled.TakesDestinations; i++)
        {
            object[] own = Arguments.Copied(arguments);
            if (!_program.Parameters[i].IsDifferentiated || ((Tensor<double>)own[i]).Shape != expected.Values[0].Shape)
                continue;
            Tensor<double>[] into = [(Tensor<double>)own[i], .. Receivers(expected.Values[1..])];
            _compiled.Into(own, into);
            Close("a destination that is an argument", into, expected.Values, 1e-12);
        }
    }

    private void Differences(object[] arguments, Tensor<double>[] cotangents, Tensor<double>[] gradients)
    {
        int next = 0;
        for (int i = 0; i < arguments.Length; i++)
        {
            if (!_program.Parameters[i].IsDifferentiated)
                continue;
            Tensor<double> gradient = gradients[next++];
            double[] differences = _tape.Differences(arguments, i, cotangents);
            double scale = 1 + gradients.Max(static one => one.ToArray().Select(Math.Abs).DefaultIfEmpty().Max());
            double error = gradient.ToArray().Zip(differences, static (exact, difference) => Math.Abs(exact - difference)).Max();
            Assert.True(error <= 1e-5 * scale, $"the gradient by {_program.Parameters[i].Name} differs from central differences by {error}");
        }
    }

    private static void Derivative(string what, Tensor<double>[] actual, Expected expected)
    {
        int values = expected.Values.Length;
        Assert.Equal(values + expected.Gradients.Length, actual.Length);
        Close(what + ", value", actual[..values], expected.Values, 1e-12);
        Close(what + ", gradient", actual[values..], expected.Gradients, 1e-10);
    }

    private static void Close(string what, Tensor<double>[] actual, Tensor<double>[] expected, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            ShapeErrors.Close($"{what} {i}", actual[i], expected[i], tolerance);
    }

    private Tensor<double>[] Receivers(Tensor<double>[] results) => [.. results.Select(result =>
        _random.Next(2) == 0 ? Tensor.Full(double.NaN, result.Shape.Sizes) : Arguments.Strided(Tensor.Full(double.NaN, result.Shape.Sizes), _random))];

    private Tensor<double> Cotangent(Tensor<double> value) =>
        Tensor.From<double>([.. Enumerable.Range(0, value.ElementCount).Select(_ => (2 * _random.NextDouble()) - 1)], value.Shape.Sizes);

    private sealed record Expected(Tensor<double>[] Values, Tensor<double>[] Gradients);
}
