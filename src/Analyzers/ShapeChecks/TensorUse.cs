using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.ShapeChecks;

/// <summary>Tells cheaply whether a body can have anything to do with shapes, so that all others are skipped.</summary>
internal sealed class TensorUse(ContractReader contracts)
{
    public bool IsIn(IOperation root, CancellationToken cancellation)
    {
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            cancellation.ThrowIfCancellationRequested();
            if (contracts.Known.IsTensor(operation.Type) || CallNormaliser.Normalise(operation, contracts) is not null)
                return true;
            if (operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } && contracts.OfStore(member.Member) is not null)
                return true;
        }

        return false;
    }
}
