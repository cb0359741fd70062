using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Generators.Emission;
using TypedTensors.Generators.Models;

namespace TypedTensors.Generators;

/// <summary>Writes what a model needs: storage for its parameters, and the declaration of what they are.</summary>
/// <remarks>It reports nothing: the analyzers decide by the same facts and explain.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <summary>The names of the stages, by which tests ask what was computed again.</summary>
    internal static class Steps
    {
        public const string Models = nameof(Models);
        public const string ParametersOutsideModels = nameof(ParametersOutsideModels);
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ModelSpec> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(typeof(TensorModelAttribute).FullName!, static (node, _) => node is TypeDeclarationSyntax, ModelGathering.Model)
            .Where(static model => model is not null)
            .WithTrackingName(Steps.Models)!;
        IncrementalValuesProvider<ModelSpec> strays = context.SyntaxProvider
            .ForAttributeWithMetadataName(typeof(ParameterAttribute).FullName!, static (node, _) => node is BasePropertyDeclarationSyntax, ModelGathering.ParametersOutsideModel)
            .Where(static parameters => parameters is not null)
            .WithTrackingName(Steps.ParametersOutsideModels)!;

        context.RegisterSourceOutput(models, static (output, model) =>
            output.AddSource($"{model.Type.FileName}.Model{Extension}", ModelWriter.Write(model)));
        context.RegisterSourceOutput(strays, static (output, parameters) =>
            output.AddSource($"{parameters.Type.FileName}.Parameters{Extension}", ModelWriter.Write(parameters)));
    }

    private const string Extension = Analyzers.Models.GeneratedSource.Extension;
}
