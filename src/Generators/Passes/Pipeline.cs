using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Passes;

/// <summary>The passes in the order in which they run, from what was lowered to what is emitted.</summary>
internal static class Pipeline
{
    public static Function Run(Function function)
    {
        function = CommonSubexpressions.Run(function);
        function = DeadValues.Run(function);
        function = KernelFormation.Run(function);
        function = ResultMaterialization.Run(function);
        function = ElementwiseFusion.Run(function);
        return EpilogueFusion.Run(function);
    }
}
