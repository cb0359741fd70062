using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Flow;

/// <summary>Receives what the flow analysis finds, each once.</summary>
internal interface IShapeFindings
{
    /// <summary>A rule is broken for certain.</summary>
    /// <param name="mismatch">The rule.</param>
    /// <param name="place">The call, or the returned or stored expression.</param>
    /// <param name="arguments">The arguments that the mismatch counts; empty for a returned or stored value.</param>
    /// <param name="origins">Where the shapes came from.</param>
    void OnMismatch(Mismatch mismatch, IOperation place, ImmutableArray<IOperation?> arguments, ImmutableArray<Location> origins);

    /// <summary>A broadcast expands both operands.</summary>
    /// <param name="expansion">How.</param>
    /// <param name="place">The call.</param>
    /// <param name="inScalarMethod">Whether the surrounding method declares a scalar result, as a loss does.</param>
    /// <param name="origins">Where the shapes came from.</param>
    void OnExpansion(MutualExpansion expansion, IOperation place, bool inScalarMethod, ImmutableArray<Location> origins);
}
