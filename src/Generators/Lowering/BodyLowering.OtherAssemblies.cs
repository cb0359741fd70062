using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Generators.Lowering;

/// <summary>Methods of other assemblies.</summary>
internal sealed partial class BodyLowering
{
    private static Lowered IncludeOtherAssembly(
        IInvocationOperation call, IMethodSymbol method, LoweredModel? receiver, IReadOnlyList<KeyValuePair<IParameterSymbol, Lowered>> arguments, Analyzers.Flow.Value? contract, Frame frame) =>
        throw Refuse(RefusalIds.Call, NotIncluded(frame, method), call);
}
