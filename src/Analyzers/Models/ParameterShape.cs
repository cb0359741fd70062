using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Models;

/// <summary>A mistake in the shape or the fan in of a parameter.</summary>
/// <param name="Argument">The index of the item that holds it, or <see cref="FanIn"/>.</param>
/// <param name="Mistake">The mistake, positioned inside that text.</param>
internal readonly record struct ParameterShapeProblem(int Argument, SyntaxProblem Mistake)
{
    /// <summary>Stands for the text of <see cref="ParameterAttribute.FanIn"/>.</summary>
    public const int FanIn = -1;
}

/// <summary>The shape of a parameter as expressions over the dimensions of its class.</summary>
/// <param name="Sizes">The sizes, outermost first; meaningful when the shape is sound.</param>
/// <param name="FanIn">How many inputs feed one output, as factors; null when that is unknown, as of a vector.</param>
/// <param name="Problems">What cannot be computed when the model is created.</param>
/// <param name="IsReadable">Whether the items are a shape at all; a general check of annotations reports it when they are not.</param>
internal sealed record ParameterShape(
    ImmutableArray<Dimension> Sizes, ImmutableArray<Dimension>? FanIn, ImmutableArray<ParameterShapeProblem> Problems, bool IsReadable)
{
    public bool IsSound => IsReadable && Problems.IsEmpty;

    /// <summary>Reads what the attribute of a parameter says.</summary>
    public static ParameterShape Read(ContractReader contracts, IPropertySymbol property)
    {
        AttributeData attribute = KnownSymbols.Find(property.GetAttributes(), contracts.Known.Parameter)!;
        ParameterShapeReader reader = new(contracts, property);
        Signature declaration = contracts.OfDeclaration(property);
        ImmutableArray<Dimension>.Builder sizes = ImmutableArray.CreateBuilder<Dimension>();
        bool isReadable = true;
        ImmutableArray<TypedConstant> items = AnnotationReader.Constants(attribute);
        for (int index = 0; index < items.Length; index++)
        {
            if (!AnnotationReader.IsItem(items[index])
                || declaration.Problems.Any(problem => problem.Place != ParameterShapeReader.Facts && problem.Item == index))
                isReadable = false;
            else
                sizes.AddRange(reader.ReadItem(index, Convert.ToString(items[index].Value, CultureInfo.InvariantCulture)!));
        }

        string? given = attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == nameof(ParameterAttribute.FanIn)).Value.Value as string;
        ImmutableArray<Dimension>? fanIn = given is not null ? (reader.ReadFanIn(given) is { } own ? [own] : null)
            : sizes.Count < 2 ? null
            : [.. sizes.Take(sizes.Count - 1)];
        return new ParameterShape(sizes.ToImmutable(), fanIn, [.. reader.Problems], isReadable);
    }
}
