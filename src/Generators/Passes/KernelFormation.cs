using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Passes;

/// <summary>Makes kernels of the calls that are computed element by element.</summary>
internal static class KernelFormation
{
    public static Function Run(Function function) => function with
    {
        Steps = [.. function.Steps.Select(step => step is OperationStep { Operation.IsElementwise: true } call ? Form(function, call) : step)],
    };

    private static ElementwiseStep Form(Function function, OperationStep call)
    {
        bool isMask = call.Operation.Kind == OperationKind.Predicate;
        int typed = isMask ? call.Inputs[0] : call.Outputs[0];
        return KernelBuilder.Single(
            function.Values, function.Values[typed].Element, call.Operation.Name, call.Operation.Implementation, KernelForm.Apply, call.Inputs, call.Outputs[0], isMask);
    }
}
