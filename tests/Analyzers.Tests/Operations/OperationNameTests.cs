using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers.Tests.Harness;
using TypedTensors.Tests;

namespace TypedTensors.Analyzers.Tests.Operations;

/// <summary>The compile-time side knows no operation by name: a user's operation is as good as the library's.</summary>
public sealed class OperationNameTests
{
    [Fact]
    public void No_operation_name_is_a_literal()
    {
        HashSet<string> names = OperationNames();
        Assert.True(names.Count > 20, "Found only " + names.Count + " operations in the runtime");
        List<string> found = [];
        foreach (string folder in new[] { "Analyzers", "Generators" })
        {
            foreach (string path in Directory.EnumerateFiles(Repository.PathTo("src", folder), "*.cs", SearchOption.AllDirectories))
            {
                if (path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                    continue;
                IEnumerable<string> literals = CSharpSyntaxTree.ParseText(File.ReadAllText(path), TestCompilation.ParseOptions).GetRoot().DescendantTokens()
                    .Where(token => token.Parent is LiteralExpressionSyntax or InterpolatedStringTextSyntax)
                    .Select(token => token.ValueText);
                found.AddRange(literals.Where(names.Contains).Select(literal => $"{path}: {literal}"));
            }
        }

        Assert.Empty(found);
    }

    private static HashSet<string> OperationNames()
    {
        Compilation compilation = TestCompilation.Create([], [TestCompilation.Dsl, TestCompilation.Runtime], OutputKind.DynamicallyLinkedLibrary);
        var runtime = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(TestCompilation.Runtime)!;
        INamedTypeSymbol operation = compilation.GetTypeByMetadataName("TypedTensors.OperationAttribute")!;
        return [.. TypesIn(runtime.GlobalNamespace)
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, operation)))
            .Select(method => method.Name)];
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol @namespace) =>
        @namespace.GetTypeMembers().AsEnumerable().Concat(@namespace.GetNamespaceMembers().SelectMany(TypesIn));
}
