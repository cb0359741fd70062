using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Diagnostics;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Declarations;

/// <summary>Checks the texts of the shape language where they are written: grammar, kinds of items, facts, names.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShapeTextAnalyzer : DeclarationAnalyzer
{
    private const string FactPlace = "where";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.ShapeGrammar, Descriptors.ItemKind, Descriptors.BadFact, Descriptors.UnboundName];

    private protected override void Register(CompilationStartAnalysisContext context, ContractReader contracts)
    {
        DeclarationActions.Register(context, (member, report, cancellation) => CheckMember(contracts, member, report, cancellation));
        context.RegisterOperationAction(argument => CheckPattern(contracts, argument), OperationKind.Argument);
    }

    private static void CheckMember(ContractReader contracts, ISymbol member, Action<Diagnostic> report, CancellationToken cancellation)
    {
        KnownSymbols known = contracts.Known;
        if (member is INamedTypeSymbol type)
        {
            string[] facts = [.. AnnotationReader.Facts(known, type)];
            if (facts.Length > 0)
                ReportAll(0, Signature.Parse(type.Name, [], new ResultDeclaration([]), facts, contracts.AmbientOf(type)));
            return;
        }

        AnnotatedElement[] elements = [.. AnnotatedElement.Of(known, member)];
        foreach (AttributeData shape in elements.Select(element => AnnotationReader.Shape(known, element.Attributes)).OfType<AttributeData>())
            CheckItems(shape, report, cancellation);
        ReportAll(member.ContainingType is { } container ? AnnotationReader.Facts(known, container).Count() : 0, contracts.OfDeclaration(member));

        // The facts of the surrounding type are reported there.
        void ReportAll(int inheritedFacts, Signature signature)
        {
            foreach (DeclarationProblem problem in signature.Problems)
            {
                SyntaxProblem mistake = problem.Problem;
                bool isFact = problem.Place == FactPlace;
                AttributeData? attribute = isFact
                    ? FactsOf(known, member).ElementAtOrDefault(problem.Item - inheritedFacts)
                    : TextOf(known, AnnotatedElement.Of(known, member).FirstOrDefault(element => element.Place == problem.Place));
                if (attribute is not null
                    && AnnotationSyntax.LocationOf(attribute, isFact ? 0 : problem.Item, mistake.Start, mistake.Length, cancellation) is { } location)
                    report(Diagnostic.Create(DescriptorOf(problem), location, mistake.Message));
            }
        }
    }

    private static IEnumerable<AttributeData> FactsOf(KnownSymbols known, ISymbol member) =>
        member.GetAttributes().Where(attribute => KnownSymbols.Same(attribute.AttributeClass, known.Where));

    private static AttributeData? TextOf(KnownSymbols known, AnnotatedElement? element) =>
        element is null
            ? null
            : AnnotationReader.Shape(known, element.Attributes)
                ?? KnownSymbols.Find(element.Attributes, known.Shapes)
                ?? KnownSymbols.Find(element.Attributes, known.Dim);

    private static DiagnosticDescriptor DescriptorOf(DeclarationProblem problem) =>
        problem.Problem.IsUnboundName ? Descriptors.UnboundName
        : problem.Place == FactPlace ? Descriptors.BadFact
        : Descriptors.ShapeGrammar;

    /// <summary>The attribute takes any object, because a parameter cannot say "text or int"; so it is said here.</summary>
    private static void CheckItems(AttributeData shape, Action<Diagnostic> report, CancellationToken cancellation)
    {
        ImmutableArray<TypedConstant> items = AnnotationReader.Constants(shape);
        for (int index = 0; index < items.Length; index++)
        {
            if (items[index].Kind != TypedConstantKind.Error
                && !AnnotationReader.IsItem(items[index])
                && AnnotationSyntax.LocationOf(shape, index, cancellation) is { } location)
                report(Diagnostic.Create(Descriptors.ItemKind, location, Describe(items[index])));
        }
    }

    private static string Describe(TypedConstant item) =>
        item.IsNull ? "null" : item.Type is { } type ? "a " + type.ToDisplayString() : "this";

    /// <summary>A shape that a call passes as text, such as a run-time check takes.</summary>
    private static void CheckPattern(ContractReader contracts, OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is not { } parameter
            || argument.Value.ConstantValue is not { HasValue: true, Value: string text }
            || argument.Value.Syntax is not ExpressionSyntax expression
            || !contracts.Known.MayBeAnnotated(parameter)
            || KnownSymbols.Find(parameter.GetAttributes(), contracts.Known.ShapePattern) is null)
            return;
        SignatureBody body = contracts.OfBody(context.ContainingSymbol).EnterBody(new FreshSymbols());
        body.ParsePattern(text, new FreshSymbols(), out IReadOnlyList<SyntaxProblem> problems);
        foreach (SyntaxProblem problem in problems)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.ShapeGrammar, AnnotationSyntax.LocationOf(expression, problem.Start, problem.Length), problem.Message));
        }
    }
}
