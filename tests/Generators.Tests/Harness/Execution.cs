using System.Reflection;
using System.Runtime.Loader;

namespace TypedTensors.Generators.Tests.Harness;

/// <summary>Executes what was generated.</summary>
internal static class Execution
{
    /// <summary>Compiles sources and output, and calls the static method <c>Program.Run</c>, which takes nothing.</summary>
    /// <returns>What it returns.</returns>
    public static T RunProgram<T>(this Generated generated)
    {
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = generated.Compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        image.Position = 0;
        Context context = new();
        try
        {
            MethodInfo run = context.LoadFromStream(image).GetType("Program")!.GetMethod("Run")!;
            return (T)run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>The runtime lies beside the test, which does not reference it.</summary>
    private sealed class Context() : AssemblyLoadContext(isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string path = Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll");
            return assemblyName.Name!.StartsWith("TypedTensors.", StringComparison.Ordinal) && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
