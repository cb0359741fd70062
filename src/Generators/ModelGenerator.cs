using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Generators.Emission;
using TypedTensors.Generators.Ir;
using TypedTensors.Generators.Lowering;
using TypedTensors.Generators.Models;

namespace TypedTensors.Generators;

/// <summary>Writes what models need, storage for parameters and the declaration of what they are, and the compiled forms of methods.</summary>
/// <remarks>It reports nothing: the analyzers decide by the same facts and explain.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <summary>The names of the stages, by which tests ask what was computed again.</summary>
    internal static class Steps
    {
        public const string Models = nameof(Models);
        public const string ParametersOutsideModels = nameof(ParametersOutsideModels);
        public const string Compiled = nameof(Compiled);
        public const string Differentiable = nameof(Differentiable);
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

        IncrementalValuesProvider<CompiledTypeSpec> compiled = Methods(context, typeof(CompiledAttribute), Steps.Compiled);
        IncrementalValuesProvider<CompiledTypeSpec> differentiable = Methods(context, typeof(DifferentiableAttribute), Steps.Differentiable);

        context.RegisterSourceOutput(models, static (output, model) =>
            output.AddSource($"{model.Type.FileName}.Model{Extension}", ModelWriter.Write(model)));
        context.RegisterSourceOutput(strays, static (output, parameters) =>
            output.AddSource($"{parameters.Type.FileName}.Parameters{Extension}", ModelWriter.Write(parameters)));
        context.RegisterSourceOutput(compiled, WriteCompiled);
        context.RegisterSourceOutput(differentiable, WriteCompiled);
    }

    /// <summary>The types whose first method with generated code has the attribute: each type comes from one place.</summary>
    private static IncrementalValuesProvider<CompiledTypeSpec> Methods(IncrementalGeneratorInitializationContext context, Type attribute, string step) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute.FullName!, static (node, _) => node is MethodDeclarationSyntax, (found, cancellation) => CompiledGathering.Type(found, attribute, cancellation))
            .Where(static type => type is not null)
            .WithTrackingName(step)!;

    private static void WriteCompiled(SourceProductionContext output, CompiledTypeSpec type) =>
        output.AddSource($"{type.Type.FileName}.Compiled{Extension}", TypeWriter.Write(type, output.CancellationToken));

    private const string Extension = Analyzers.Models.GeneratedSource.Extension;
}
