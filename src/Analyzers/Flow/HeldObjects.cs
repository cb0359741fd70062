using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Dimensions;

namespace TypedTensors.Analyzers.Flow;

/// <summary>
/// The dimensions of objects that a class creates in its own declaration and holds for good: of <c>Linear First { get; } = new(784, hidden);</c> every method
/// of the class knows them.
/// </summary>
internal static class HeldObjects
{
    /// <summary>Binds the members of the class around a method.</summary>
    /// <param name="scope">The scope of the method's body.</param>
    /// <param name="semantics">What the file of the body means; members that are declared in other files are not looked at.</param>
    /// <param name="state">Receives what is known.</param>
    /// <param name="interpreter">Evaluates what constructors are given.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static void Bind(BodyScope scope, SemanticModel? semantics, FlowState state, Interpreter interpreter, CancellationToken cancellation)
    {
        if (semantics is null || scope.Owner is not IMethodSymbol { MethodKind: not MethodKind.Constructor, ContainingType: { } type })
            return;
        foreach (ISymbol member in type.GetMembers())
        {
            ITypeSymbol? held = member switch
            {
                IFieldSymbol { IsReadOnly: true, IsImplicitlyDeclared: false } field => field.Type,
                IPropertySymbol { IsIndexer: false, SetMethod: null, IsVirtual: false, IsOverride: false } property when AutomaticProperty.Is(property) => property.Type,
                _ => null,
            };
            if (held is null
                || InitializerOf(member, semantics.SyntaxTree, cancellation) is not { } initializer
                || scope.Stable(member, held, member.Name) is not ObjectValue stable
                || IsWritten(member, type, cancellation)
                || semantics.GetOperation(initializer, cancellation) is not IObjectCreationOperation creation
                || interpreter.VisitObjectCreation(creation, new FlowState()) is not ObjectValue created)
                continue;
            ImmutableSortedDictionary<string, Dimension> dimensions = stable.Dimensions.SetItems(created.Dimensions);
            state.Set(member, new ObjectValue(dimensions));
        }
    }

    private static ExpressionSyntax? InitializerOf(ISymbol member, SyntaxTree tree, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
        {
            EqualsValueClauseSyntax? initializer = reference.SyntaxTree != tree ? null : reference.GetSyntax(cancellation) switch
            {
                PropertyDeclarationSyntax property => property.Initializer,
                VariableDeclaratorSyntax field => field.Initializer,
                _ => null,
            };
            if (initializer?.Value is BaseObjectCreationExpressionSyntax creation)
                return creation;
        }

        return null;
    }

    /// <summary>Whether a constructor may write the member: one names it, for whatever reason.</summary>
    private static bool IsWritten(ISymbol member, INamedTypeSymbol type, CancellationToken cancellation) =>
        type.Constructors
            .SelectMany(static constructor => constructor.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<ConstructorDeclarationSyntax>()
            .SelectMany(static constructor => constructor.DescendantNodes())
            .Any(node => node is IdentifierNameSyntax name && name.Identifier.ValueText == member.Name);
}
