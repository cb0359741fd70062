using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Models;
using TypedTensors.Generators.Emission;

namespace TypedTensors.Generators.Models;

/// <summary>Finds names for private members that nothing in a class, its bases or its constructors has.</summary>
internal sealed class FreeNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public FreeNames(INamedTypeSymbol type)
    {
        _taken.Add(type.Name);
        foreach (INamedTypeSymbol current in ModelClass.BasesOf(type).Prepend(type))
            _taken.UnionWith(current.MemberNames);
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
            _taken.UnionWith(constructor.Parameters.Select(static parameter => parameter.Name));
    }

    /// <summary>The name itself, or with a number where it is taken. It is taken from now on.</summary>
    public string Take(string name)
    {
        string free = name;
        for (int number = 1; !_taken.Add(free); number++)
            free = name + number;
        return CSharpText.Identifier(free);
    }
}
