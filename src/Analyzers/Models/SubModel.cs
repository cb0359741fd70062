using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Operations;

namespace TypedTensors.Analyzers.Models;

/// <summary>A member of a model that holds a model, or a list of models.</summary>
/// <param name="Member">The field or automatic property.</param>
/// <param name="Type">The type of the sub-model, or of each in the list.</param>
/// <param name="IsList">Whether it is a list.</param>
internal sealed record SubModel(ISymbol Member, INamedTypeSymbol Type, bool IsList)
{
    /// <summary>Whether the member keeps its value from the end of construction on, so that its parameters are the model's for good.</summary>
    public bool IsFixed => Member is IFieldSymbol variable ? variable.IsReadOnly : AutomaticProperty.IsFixed((IPropertySymbol)Member);

    /// <summary>The members that hold models, in the order in which they are declared.</summary>
    public static IEnumerable<SubModel> Of(KnownSymbols known, INamedTypeSymbol model)
    {
        foreach (ISymbol member in model.GetMembers())
        {
            ITypeSymbol? type = member switch
            {
                { IsStatic: true } or { IsImplicitlyDeclared: true } or { CanBeReferencedByName: false } => null,
                IFieldSymbol field => field.Type,
                IPropertySymbol { IsIndexer: false } property when AutomaticProperty.Is(property) => property.Type,
                _ => null,
            };
            if (type is null)
                continue;
            if (ModelElement.IsModel(known, type))
                yield return new SubModel(member, (INamedTypeSymbol)type, IsList: false);
            else if (ParameterKinds.ElementType(known, type) is INamedTypeSymbol element && ModelElement.IsModel(known, element))
                yield return new SubModel(member, element, IsList: true);
        }
    }

    /// <summary>Whether its element type is known to be another than the model's.</summary>
    public bool HasOtherElement(KnownSymbols known, SpecialType element) =>
        ModelElement.Find(known, Type, []) is { } own && own != element;

    /// <summary>Whether the sub-model is one by its interface, or becomes one by the code that is generated for it.</summary>
    public bool CanBeDeclared(KnownSymbols known) =>
        ModelElement.HasInterface(known, Type)
        || ModelClass.BasesOf(Type).Prepend(Type).Any(type =>
            ModelClass.IsMarked(known, type)
            && !type.DeclaringSyntaxReferences.IsEmpty
            && ModelClass.Check(known, type).Problem == TypeProblem.None);
}
