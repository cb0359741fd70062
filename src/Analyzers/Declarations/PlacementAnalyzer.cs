using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Analyzers.Diagnostics;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Declarations;

/// <summary>Checks that an annotation stands on something that it can describe.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlacementAnalyzer : DeclarationAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.Placement];

    private protected override void Register(CompilationStartAnalysisContext context, ContractReader contracts) =>
        DeclarationActions.Register(context, (member, report, cancellation) => CheckMember(contracts.Known, member, report, cancellation));

    private static void CheckMember(KnownSymbols known, ISymbol member, Action<Diagnostic> report, CancellationToken cancellation)
    {
        foreach (AnnotatedElement element in AnnotatedElement.Of(known, member))
        {
            if (element.Type.TypeKind is TypeKind.Error or TypeKind.TypeParameter || element.Attributes.IsEmpty)
                continue;
            ParameterKind kind = ParameterKinds.Classify(known, element.Type);
            Report(known.Shape, kind is ParameterKind.Tensor or ParameterKind.TensorList or ParameterKind.IntegerList, "describes a tensor");
            Report(known.Shapes, element.Type.IsTupleType, "describes a tuple of tensors");
            Report(known.Dim, kind == ParameterKind.Integer && ParameterKinds.WithoutNullable(element.Type).TypeKind != TypeKind.Enum, "ties an integer to a dimension");
            Report(known.ShapePattern, kind == ParameterKind.Text, "describes a text");
            CheckTupleLength(element);
            if (KnownSymbols.Find(element.Attributes, known.Parameter) is not null && KnownSymbols.Find(element.Attributes, known.Shape) is { } second)
                ReportAt(second, $"a parameter declares its shape itself, so [{NameOf(second)}] says it a second time");

            void Report(INamedTypeSymbol? annotation, bool fits, string purpose)
            {
                if (!fits && KnownSymbols.Find(element.Attributes, annotation) is { } attribute)
                    ReportAt(attribute, $"[{NameOf(attribute)}] {purpose}, and {element.Type.ToDisplayString()} is not one");
            }
        }

        if (member is IMethodSymbol { ReturnType: { TypeKind: not (TypeKind.Error or TypeKind.TypeParameter) } result }
            && !known.IsTensor(known.Awaited(result))
            && KnownSymbols.Find(member.GetAttributes(), known.AllowBroadcast) is { } allowBroadcast)
            ReportAt(allowBroadcast, $"[{NameOf(allowBroadcast)}] marks a method that returns a tensor, and {result.ToDisplayString()} is not one");

        void CheckTupleLength(AnnotatedElement element)
        {
            if (element.Type is not INamedTypeSymbol { IsTupleType: true } tuple
                || KnownSymbols.Find(element.Attributes, known.Shapes) is not { } shapes)
                return;
            int count = AnnotationReader.Constants(shapes).Length;
            int elements = tuple.TupleElements.Length;
            if (count != elements)
                ReportAt(shapes, $"[{NameOf(shapes)}] has one shape for each element of the tuple: {count} shapes do not fit {elements} elements");
        }

        void ReportAt(AttributeData attribute, string message)
        {
            if (AnnotationSyntax.LocationOf(attribute, cancellation) is { } location)
                report(Diagnostic.Create(Descriptors.Placement, location, message));
        }
    }

    private static string NameOf(AttributeData attribute)
    {
        const string Suffix = nameof(Attribute);
        string name = attribute.AttributeClass!.Name;
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }
}
