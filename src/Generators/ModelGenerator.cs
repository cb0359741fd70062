using Microsoft.CodeAnalysis;

namespace TypedTensors.Generators;

/// <summary>Writes the forward and derivative code of annotated methods. It has no passes yet and adds nothing to a compilation.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
