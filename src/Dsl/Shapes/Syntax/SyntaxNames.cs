namespace TypedTensors.Shapes.Syntax;

/// <summary>The names of dimensions and packs in a text.</summary>
internal static class SyntaxNames
{
    public static IEnumerable<string> Of(SyntaxNode node) => node switch
    {
        NameSyntax name => [name.Name],
        PackSyntax { Name: string pack } => [pack],
        NegateSyntax negate => Of(negate.Operand),
        BinarySyntax binary => Of(binary.Left).Concat(Of(binary.Right)),
        CallSyntax call => call.Arguments.SelectMany(Of),
        SpliceSyntax splice => Of(splice.Call),
        FactSyntax fact => Of(fact.Left).Concat(Of(fact.Right)),
        _ => [],
    };
}
