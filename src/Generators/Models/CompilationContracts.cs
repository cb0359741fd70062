using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Generators.Models;

/// <summary>The contracts of a compilation, made once for all stages that look at it.</summary>
internal static class CompilationContracts
{
    private static readonly ConditionalWeakTable<Compilation, ContractReader?> Readers = new();

    /// <summary>The contracts; null when the compilation does not know the annotations.</summary>
    public static ContractReader? Of(Compilation compilation) =>
        Readers.GetValue(compilation, static compilation => KnownSymbols.TryCreate(compilation) is { } known ? new ContractReader(known) : null);
}
