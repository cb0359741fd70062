using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Operations;

/// <summary>What a member declares of its shapes, as a call of it needs to know.</summary>
/// <param name="Signature">The parsed declaration.</param>
/// <param name="Parameters">The declaring symbol of each parameter of the signature; null for <c>this</c>.</param>
/// <param name="HasReceiver">Whether the first parameter is the receiver of the call.</param>
/// <param name="AllowsBroadcast">Whether the result may be broadcast without a warning.</param>
/// <param name="Ambient">The names that are dimensions of the surrounding type.</param>
/// <param name="ReturnsTuple">Whether the results are the elements of a tuple.</param>
/// <param name="Places">For each parameter of the signature which argument of the call is its own, -1 for none; null where they are the same.</param>
internal sealed record Contract(
    Signature Signature,
    ImmutableArray<ISymbol?> Parameters,
    bool HasReceiver,
    bool AllowsBroadcast,
    ImmutableArray<string> Ambient,
    bool ReturnsTuple,
    ImmutableArray<int>? Places = null);
