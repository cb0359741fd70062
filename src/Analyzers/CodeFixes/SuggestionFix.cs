using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers.Diagnostics;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Analyzers.ShapeChecks;
using TypedTensors.Signatures;

namespace TypedTensors.CodeFixes;

/// <summary>Applies the replacement that a mismatch suggests: transposing the operand that makes a matrix product fit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SuggestionFix))]
[Shared]
public sealed class SuggestionFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.Contraction.Id, Descriptors.Broadcast.Id, Descriptors.Argument.Id, Descriptors.Join.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (SuggestionProperties.Read(diagnostic) is not { } suggestion)
                continue;
            ExpressionSyntax? argument =
                await FindArgumentAsync(context.Document, diagnostic, suggestion.Argument, context.CancellationToken).ConfigureAwait(false);
            if (argument is null)
                continue;
            string replacement = Replace(argument, suggestion);
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Write '{replacement}'",
                    cancellation => ApplyAsync(context.Document, argument, replacement, cancellation),
                    equivalenceKey: nameof(SuggestionFix) + suggestion.Format),
                diagnostic);
        }
    }

    /// <summary>Finds the call that the diagnostic marks, and in it the argument by its place in the declaration.</summary>
    private static async Task<ExpressionSyntax?> FindArgumentAsync(
        Document document, Diagnostic diagnostic, int index, CancellationToken cancellation)
    {
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (model is null || root is null || KnownSymbols.TryCreate(model.Compilation) is not { } known)
            return null;
        ContractReader contracts = new(known);
        SyntaxNode marked = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        foreach (SyntaxNode node in marked.AncestorsAndSelf())
        {
            if (model.GetOperation(node, cancellation) is { } operation
                && CallNormaliser.Normalise(operation, contracts) is { } call
                && index < call.Arguments.Length)
                return Outermost(call.Arguments[index]?.Syntax as ExpressionSyntax);
        }

        return null;
    }

    /// <summary>The argument with the parentheses around it.</summary>
    private static ExpressionSyntax? Outermost(ExpressionSyntax? argument)
    {
        while (argument?.Parent is ParenthesizedExpressionSyntax parenthesized)
            argument = parenthesized;
        return argument;
    }

    private static string Replace(ExpressionSyntax argument, Suggestion suggestion)
    {
        // A suggestion that brings parentheses of its own needs none of the argument's.
        bool isWrapped = suggestion.Format.Contains("({0})");
        ExpressionSyntax inner = argument;
        while (isWrapped && inner is ParenthesizedExpressionSyntax parenthesized)
            inner = parenthesized.Expression;
        string text = inner.ToString();
        return string.Format(CultureInfo.InvariantCulture, suggestion.Format, isWrapped || IsPrimary(argument) ? text : "(" + text + ")");
    }

    private static bool IsPrimary(ExpressionSyntax expression) =>
        expression is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
            or ParenthesizedExpressionSyntax or ThisExpressionSyntax or BaseExpressionSyntax;

    private static async Task<Document> ApplyAsync(Document document, ExpressionSyntax argument, string replacement, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        ExpressionSyntax written = SyntaxFactory.ParseExpression(replacement).WithTriviaFrom(argument);
        return document.WithSyntaxRoot(root.ReplaceNode(argument, written));
    }
}
