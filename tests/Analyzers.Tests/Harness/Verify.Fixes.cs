using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.CodeFixes;

namespace TypedTensors.Analyzers.Tests.Harness;

/// <summary>Applies the first fix of every diagnostic, as the command-line formatter does, through the batch fixer.</summary>
internal static partial class Verify
{
    public static async Task FixAsync(string before, string after)
    {
        using AdhocWorkspace workspace = new();
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Create(),
            "Test",
            "Test",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: TestCompilation.ParseOptions,
            metadataReferences: TestCompilation.Framework.Add(TestCompilation.Dsl).Add(TestCompilation.Runtime)));
        Document document = project.AddDocument("Test.cs", before);
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        ImmutableArray<Diagnostic> diagnostics = await TestCompilation.AnalyzeAsync(compilation);
        Assert.NotEmpty(diagnostics);

        SuggestionFix provider = new();
        List<CodeAction> actions = [];
        foreach (Diagnostic diagnostic in diagnostics)
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        Document fixedDocument = document;
        if (actions.Count > 0)
        {
            Assert.Single(actions.Select(action => action.EquivalenceKey).Distinct());
            FixAllContext all = new(
                document, provider, FixAllScope.Document, actions[0].EquivalenceKey!, diagnostics.Select(diagnostic => diagnostic.Id).Distinct(), new FixedDiagnostics(diagnostics), CancellationToken.None);
            CodeAction? fixAll = await provider.GetFixAllProvider().GetFixAsync(all);
            ImmutableArray<CodeActionOperation> operations = await fixAll!.GetOperationsAsync(CancellationToken.None);
            fixedDocument = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        }

        Assert.Equal(after, (await fixedDocument.GetTextAsync()).ToString());
    }

    private sealed class FixedDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
