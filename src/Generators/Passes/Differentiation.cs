using TypedTensors.Generators.Ir;
using TypedTensors.Shapes;

namespace TypedTensors.Generators.Passes;

/// <summary>A function with its derivative.</summary>
/// <param name="Function">The function; its results are those of the original, and behind them one for each gradient that exists.</param>
/// <param name="Gradients">For each wanted value which result is its gradient; -1 where no gradient reaches it.</param>
/// <param name="Cotangents">The values that hold the cotangents of the results; empty when the cotangent is the number one.</param>
internal sealed record DifferentiatedFunction(Function Function, EquatableArray<int> Gradients, EquatableArray<int> Cotangents);

/// <summary>
/// Reverse-mode differentiation: behind the steps of a function come the pullbacks of those that lie between a wanted value and a result, in reverse
/// order.
/// </summary>
internal sealed class Differentiation
{
    private readonly Function _function;
    private readonly FunctionBuilder _builder;
    private readonly Activity _activity;
    private readonly int[] _cotangents;
    private int _unitSeed = -1;

    private Differentiation(Function function, IEnumerable<int> wanted)
    {
        _function = function;
        _builder = new FunctionBuilder(function);
        _activity = Activity.Of(function, wanted);
        _cotangents = [.. function.Values.Select(static _ => -1)];
    }

    /// <summary>Differentiates a function with one scalar result by values that it reads: its gradients.</summary>
    public static DifferentiatedFunction OfScalar(Function function, IReadOnlyList<int> wanted)
    {
        Differentiation pass = new(function, wanted);
        int result = function.Results[0];
        string one = function.Values[result].Element == "float" ? "1f" : "1d";
        pass._unitSeed = pass._builder.Add(new Value(
            "one", function.Values[result].Element, ShapeValue.Of(), new NumberDefinition(HostExpression.Constant(one))));
        pass.Contribute(result, pass._unitSeed);
        return pass.Run(wanted, []);
    }

    /// <summary>Differentiates a function by values that it reads, for cotangents of its results that the caller gives.</summary>
    public static DifferentiatedFunction WithCotangents(Function function, IReadOnlyList<int> wanted, IReadOnlyList<string> expressions)
    {
        Differentiation pass = new(function, wanted);
        List<int> cotangents = [];
        for (int i = 0; i < function.Results.Count; i++)
        {
            Value result = function.Values[function.Results[i]];
            int cotangent = pass._builder.Add(result with
            {
                Name = expressions[i],
                Definition = new ReadDefinition(expressions[i], IsParameter: false),
                Origin = null,
            });
            cotangents.Add(cotangent);
            if (result.IsReal)
                pass.Contribute(function.Results[i], cotangent);
        }

        return pass.Run(wanted, cotangents);
    }

    private DifferentiatedFunction Run(IReadOnlyList<int> wanted, IReadOnlyList<int> seeds)
    {
        for (int i = _function.Steps.Count - 1; i >= 0; i--)
        {
            Step step = _function.Steps[i];
            if (step.Writes.Any(output => _cotangents[output] >= 0 && _activity.IsVaried(output)))
                PullBack(i, step);
        }

        List<int> results = [.. _function.Results];
        List<int> gradients = [];
        foreach (int value in wanted)
        {
            gradients.Add(_cotangents[value] < 0 ? -1 : results.Count);
            if (_cotangents[value] >= 0)
                results.Add(_cotangents[value]);
        }

        return new DifferentiatedFunction(_builder.Build(results), [.. gradients], [.. seeds]);
    }

    private void PullBack(int index, Step step)
    {
        int cotangent = _cotangents[step.Outputs[0]];
        switch (step)
        {
            case OperationStep { Operation.IsFunction: true } call:
                PullBackElementwise(call, cotangent);
                break;
            case OperationStep { Operation.GivesGradient: true } call when cotangent == _unitSeed && call.Inputs.Skip(1).All(input => !_activity.IsVaried(input)):
                int gradient = Adjoint(call.Inputs[0]);
                _builder.Steps[index] = new GradientInForwardStep(call.Operation, call.Inputs, [call.Outputs[0], gradient]);
                Contribute(call.Inputs[0], gradient);
                break;
            case OperationStep call:
                PullBackOperation(call);
                break;
            case ViewStep view:
                int parent = Adjoint(view.Inputs[0]);
                _builder.Steps.Add(new ViewPullbackStep(view.Outputs[0], [cotangent], [parent]));
                Contribute(view.Inputs[0], parent);
                break;
            case ListStep list:
                int[] elements = [.. list.Inputs.Select(WantedAdjoint)];
                _builder.Steps.Add(new ListPullbackStep(
                    list.Operation, list.Inputs, list.Outputs[0],
                    [cotangent, .. list.Inputs.Select(input => list.Operation.SavesInputs ? input : -1), list.Operation.SavesResult ? list.Outputs[0] : -1],
                    [.. elements]));
                ContributeAll(list.Inputs, elements);
                break;
            case OpaqueStep { HasPullback: true } opaque:
                int[] arguments = [.. opaque.Inputs.Select((input, i) => opaque.GivesGradient[i] ? WantedAdjoint(input) : -1)];
                _builder.Steps.Add(new OpaquePullbackStep(opaque.Method, opaque.Outputs[0], [cotangent, .. opaque.Inputs], [.. arguments]));
                ContributeAll(opaque.Inputs, arguments);
                break;
        }
    }

    private void PullBackElementwise(OperationStep call, int cotangent)
    {
        OperationReference operation = call.Operation;
        int result = call.Outputs[0];
        for (int i = 0; i < call.Inputs.Count; i++)
        {
            int argument = call.Inputs[i];
            if (!operation.Differentiable[i] || !_activity.IsVaried(argument))
                continue;
            int contribution = cotangent;
            if (!operation.Passes[i])
            {
                IEnumerable<int> saved = call.Inputs.Select(input => operation.SavesInputs ? input : -1);
                if (operation.Kind != ImplementationKind.TernaryFunction)
                    saved = saved.Append(operation.SavesResult ? result : -1);
                contribution = Elementwise(
                    operation.Name, operation.Implementation, FormOf(operation.Kind, i), result, _builder.Values[argument].Name, [cotangent, .. saved]);
            }

            // Where the shapes are not the same for certain, the argument may have been broadcast.
            if (!_builder.Values[argument].Shape.Equals(_builder.Values[result].Shape))
            {
                int sum = Adjoint(argument);
                _builder.Steps.Add(new SumToStep([contribution], [sum]));
                contribution = sum;
            }

            Contribute(argument, contribution);
        }
    }

    private static KernelForm FormOf(ImplementationKind kind, int argument) => (kind, argument) switch
    {
        (ImplementationKind.UnaryFunction, _) => KernelForm.Pullback,
        (ImplementationKind.BinaryFunction, 0) => KernelForm.PullbackLeft,
        (ImplementationKind.BinaryFunction, _) => KernelForm.PullbackRight,
        (_, 0) => KernelForm.PullbackFirst,
        (_, 1) => KernelForm.PullbackSecond,
        _ => KernelForm.PullbackThird,
    };

    private void PullBackOperation(OperationStep call)
    {
        OperationReference operation = call.Operation;
        int[] adjoints = [.. call.Inputs.Select((input, i) => operation.Differentiable[i] ? WantedAdjoint(input) : -1)];
        if (adjoints.All(static adjoint => adjoint < 0))
            return;
        _builder.Steps.Add(new PullbackStep(
            operation, call.Outputs[0],
            [
                .. call.Outputs.Select(output => _cotangents[output]),
                .. call.Inputs.Select(input => operation.SavesInputs ? input : -1),
                .. call.Outputs.Select(output => operation.SavesResult ? output : -1),
            ],
            [.. adjoints]));
        ContributeAll(call.Inputs, adjoints);
    }

    private int WantedAdjoint(int value) => _activity.IsVaried(value) ? Adjoint(value) : -1;

    private int Adjoint(int primal)
    {
        Value value = _builder.Values[primal];
        return _builder.Add(new Value("d" + value.Name, value.Element, value.Shape, new AdjointDefinition(primal)));
    }

    private void ContributeAll(IReadOnlyList<int> values, IReadOnlyList<int> contributions)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (contributions[i] >= 0)
                Contribute(values[i], contributions[i]);
        }
    }

    /// <summary>Adds to the cotangent of a value: what is used on several paths gets the sum of them.</summary>
    private void Contribute(int value, int contribution)
    {
        int sum = _cotangents[value];
        _cotangents[value] = sum < 0
            ? contribution
            : Elementwise(nameof(KernelForm.Add), string.Empty, KernelForm.Add, value, _builder.Values[value].Name, [sum, contribution]);
    }

    /// <summary>A step of lanes that gives a cotangent with the shape of one value, under the name of the value that it belongs to.</summary>
    private int Elementwise(string operation, string function, KernelForm form, int shape, string name, IReadOnlyList<int> operands)
    {
        int output = Adjoint(shape);
        _builder.Values[output] = _builder.Values[output] with { Name = "d" + name };
        _builder.Steps.Add(KernelBuilder.Single(_builder.Values, _builder.Values[shape].Element, operation, function, form, operands, output, isMask: false));
        return output;
    }
}
