using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Dimensions;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Flow;

/// <summary>What holds throughout one body: whose it is, its names and facts, and what its variables may be trusted for.</summary>
/// <param name="Contracts">The contracts of the compilation.</param>
/// <param name="Owner">The method, field or property that the body belongs to.</param>
/// <param name="Body">The owner's declaration seen from inside.</param>
/// <param name="HasReceiver">Whether the first parameter of the declaration is <c>this</c>.</param>
/// <param name="Usage">How the body uses its variables.</param>
/// <param name="Symbols">The numbering of opaque symbols.</param>
/// <param name="ReturnsScalar">Whether the surrounding method declares a scalar result.</param>
internal sealed record BodyScope(
    ContractReader Contracts,
    ISymbol Owner,
    SignatureBody Body,
    bool HasReceiver,
    VariableUsage Usage,
    SymbolSource Symbols,
    bool ReturnsScalar)
{
    public KnownSymbols Known => Contracts.Known;

    public Facts Facts => Body.Facts;

    public static BodyScope Enter(ContractReader contracts, ISymbol owner, VariableUsage usage, SymbolSource symbols)
    {
        SignatureBody body = contracts.OfBody(owner).EnterBody(symbols.At(owner));
        int declared = owner is IMethodSymbol method ? method.Parameters.Length : 0;
        return new BodyScope(
            contracts, owner, body, body.ParameterShapes.Count > declared, usage, symbols, body.Results.Count == 1 && body.Results[0].Rank == 0);
    }

    /// <summary>The scope of a lambda or local function: its own where it declares shapes, else that of the surrounding body.</summary>
    public BodyScope Nest(IMethodSymbol function)
    {
        if (Contracts.OfDeclaration(function).IsDeclared)
            return Enter(Contracts, function, Usage, Symbols);
        return this with { Owner = function, Body = Body with { Results = [] } };
    }

    /// <summary>What is known of something whose value is not known but always the same.</summary>
    /// <param name="place">What identifies it.</param>
    /// <param name="type">Its type.</param>
    /// <param name="name">The name that messages show for an unknown integer.</param>
    /// <param name="origin">Where it is declared.</param>
    public Value? Stable(object place, ITypeSymbol? type, string name, Location? origin = null)
    {
        if (type is null)
            return null;
        if (Known.IsTensor(type))
            return new TensorValue(UnknownShape.Of(Symbols.At(place)), origin);
        if (ParameterKinds.IsInteger(type))
            return new IntegerValue(Dimension.Of(Symbols.At(place).Opaque(name)));
        if (type is not INamedTypeSymbol named || Contracts.AmbientOf(named) is not { IsEmpty: false } ambient)
            return null;
        FreshSymbols fresh = Symbols.At(place);
        return new ObjectValue(ambient.ToImmutableSortedDictionary(
            static dimension => dimension, dimension => Dimension.Of(fresh.Opaque(dimension)), StringComparer.Ordinal));
    }
}
