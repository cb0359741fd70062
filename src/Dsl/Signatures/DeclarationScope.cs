using TypedTensors.Rules;
using TypedTensors.Shapes.Syntax;

namespace TypedTensors.Signatures;

/// <summary>Where in a declaration a text stands.</summary>
internal enum DeclarationPlace
{
    Parameter,
    Result,
    Fact,
}

/// <summary>The names of a declaration: its parameters, the dimensions and packs that its parameters bind, and those of the surrounding type.</summary>
internal sealed class DeclarationScope
{
    private readonly Dictionary<string, ParameterDeclaration> _parameters = [];
    private readonly HashSet<string> _bound = [];
    private readonly HashSet<string> _packs = [];

    private DeclarationScope(IEnumerable<string> ambient) => _bound.UnionWith(ambient);

    public static DeclarationScope Of(
        IReadOnlyList<ParameterDeclaration> parameters,
        IReadOnlyCollection<string> ambient,
        IReadOnlyList<IReadOnlyList<ParsedShape?>?> shapes)
    {
        var scope = new DeclarationScope(ambient);
        foreach (ParameterDeclaration parameter in parameters)
        {
            scope._parameters[parameter.Name] = parameter;
            if (parameter is { IsDim: true, Kind: ParameterKind.Integer })
                scope._bound.Add(parameter.Name);
        }

        foreach (ParsedItem item in shapes.Where(own => own is not null).SelectMany(own => own!).Where(own => own is not null).SelectMany(own => own!.Items))
        {
            if (item.Node is NameSyntax name)
                scope._bound.Add(name.Name);
            else if (item.Node is PackSyntax { Name: string pack })
                scope._packs.Add(pack);
        }

        return scope;
    }

    public ParameterDeclaration? Parameter(string name) => _parameters.TryGetValue(name, out ParameterDeclaration? parameter) ? parameter : null;

    /// <summary>Whether a plain use in a parameter, the surrounding type or a <c>[Dim]</c> parameter gives the name a size.</summary>
    public bool IsBound(string name) => _bound.Contains(name);

    public bool IsBoundPack(string name) => _packs.Contains(name);

    /// <summary>Whether <c>...name</c> stands for the values of a parameter: a list of sizes, a shape in the caller's names, or the sizes of an array.</summary>
    public bool IsSizes(string name) => Parameter(name) is { } parameter && OperandKinds.StandsForSizes(parameter.Kind);
}
