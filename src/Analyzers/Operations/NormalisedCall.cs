using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.Operations;

/// <summary>A call in the one form that everything behind it understands.</summary>
/// <param name="Operation">The call as written.</param>
/// <param name="Member">The member that is called, as constructed at the call.</param>
/// <param name="Contract">What is declared of it.</param>
/// <param name="Arguments">One operation for each parameter of the contract; null where nothing was given.</param>
/// <param name="Instance">The receiver where it is not itself an argument.</param>
internal sealed record NormalisedCall(
    IOperation Operation,
    ISymbol Member,
    Contract Contract,
    ImmutableArray<IOperation?> Arguments,
    IOperation? Instance);
