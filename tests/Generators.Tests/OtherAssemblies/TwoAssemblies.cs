using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Generators.Tests.Harness;

namespace TypedTensors.Generators.Tests.OtherAssemblies;

/// <summary>A library with generated code, compiled to an assembly, and a program that sees only its metadata.</summary>
internal sealed class TwoAssemblies
{
    private readonly byte[] _library;
    private readonly Compilation _program;

    /// <summary>Compiles both.</summary>
    /// <param name="library">The source of the library.</param>
    /// <param name="program">The source of the program.</param>
    /// <param name="rewrite">What another version of the generator would have written into the library, from what this one wrote.</param>
    public TwoAssemblies(string library, string program, Func<string, string>? rewrite = null)
    {
        _library = Emit(Generate(Create("Library", library, []), rewrite, out _));
        _program = Generate(Create("Consumer", program, [MetadataReference.CreateFromImage(_library)]), null, out string generated);
        Generated = generated;
    }

    /// <summary>What was generated for the program's methods.</summary>
    public string Generated { get; }

    /// <summary>Runs <c>Program.Run</c>.</summary>
    public T Run<T>()
    {
        Context context = new();
        try
        {
            context.LoadFromStream(new MemoryStream(_library));
            MethodInfo run = context.LoadFromStream(new MemoryStream(Emit(_program))).GetType("Program")!.GetMethod("Run")!;
            return (T)run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }

    private static CSharpCompilation Create(string name, string source, IReadOnlyList<MetadataReference> others) => CSharpCompilation.Create(
        name,
        [CSharpSyntaxTree.ParseText("using TypedTensors;\nusing static TypedTensors.Ops;\n" + source, new CSharpParseOptions(LanguageVersion.CSharp14), name + ".cs")],
        GeneratorHarness.References.AddRange(others),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static Compilation Generate(CSharpCompilation compilation, Func<string, string>? rewrite, out string generated)
    {
        GeneratorDriverRunResult result = CSharpGeneratorDriver
            .Create([new ModelGenerator().AsSourceGenerator()], parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14))
            .RunGenerators(compilation).GetRunResult();
        Assert.Empty(result.Diagnostics);
        SyntaxTree[] trees = [.. result.GeneratedTrees.Select(tree => rewrite is null
            ? tree
            : CSharpSyntaxTree.ParseText(rewrite(tree.ToString()), (CSharpParseOptions)tree.Options, tree.FilePath))];
        generated = string.Join("\n", trees.Where(static tree => tree.FilePath.EndsWith(".Compiled.g.cs", StringComparison.Ordinal)));
        return compilation.AddSyntaxTrees(trees);
    }

    private static byte[] Emit(Compilation compilation)
    {
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics) + string.Join("\n", compilation.SyntaxTrees));
        return image.ToArray();
    }

    private sealed class Context() : AssemblyLoadContext(isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string path = Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll");
            return assemblyName.Name == "Library" ? Assemblies.First(static loaded => loaded.GetName().Name == "Library")
                : assemblyName.Name!.StartsWith("TypedTensors.", StringComparison.Ordinal) && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
