using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Analyzers.Flow;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Dimensions;
using TypedTensors.Generators.Ir;
using TypedTensors.Shapes;
using Value = TypedTensors.Generators.Ir.Value;

namespace TypedTensors.Generators.Lowering;

/// <summary>Lowers one annotated method: its parameters, its body, its result.</summary>
internal sealed class MemberLowering(
    Compilation compilation, ContractReader contracts, Func<SyntaxTree, SemanticModel> semantics, CancellationToken cancellation)
{
    /// <summary>What became of a method: its function, or why it has none.</summary>
    /// <param name="Function">The function.</param>
    /// <param name="IsPortable">Whether it reads nothing but what other assemblies may read as well.</param>
    /// <param name="Refusal">Why there is none.</param>
    public sealed record Outcome(Function? Function, bool IsPortable, Refusal? Refusal);

    /// <summary>A parameter as code reads it.</summary>
    public static string ExpressionOf(IParameterSymbol parameter) =>
        SyntaxFacts.GetKeywordKind(parameter.Name) != SyntaxKind.None ? "@" + parameter.Name : parameter.Name;

    public Outcome Run(IMethodSymbol method)
    {
        if (!LanguageSupport.HasExtensionMembers(compilation))
            return new Outcome(null, false, new Refusal(RefusalIds.LanguageVersion, $"{method.Name} cannot be compiled: generated code needs C# 14", method.Locations.FirstOrDefault()));
        try
        {
            if (new SoundnessCheck(compilation, contracts, semantics, cancellation).FirstMismatch(method) is { } mismatch)
                return new Outcome(null, false, mismatch);
            FunctionBuilder function = new();
            BodyLowering body = new(compilation, contracts, semantics, function, cancellation);
            BodyScope scope = BodyScope.Enter(contracts, method, SoundnessCheck.NoUsage, new SymbolSource());
            Frame frame = Frame.OfMember(scope, method, cancellation);
            Lowered result = body.Run(frame, Parameters(method, scope, function));
            int[] results = ResultsOf(result, method);
            if (KnownSymbols.Find(method.GetAttributes(), contracts.Known.Differentiable) is not null && !results.Any(value => function.Values[value].IsReal))
            {
                throw new RefusedException(new Refusal(
                    RefusalIds.Result, $"{method.Name} cannot be differentiated: its result holds {function.Values[results[0]].Element}, and only float and double have derivatives", method.Locations.FirstOrDefault()));
            }

            return new Outcome(function.Build(results), body.IsPortable, null);
        }
        catch (RefusedException refused)
        {
            return new Outcome(null, false, refused.Refusal);
        }
        catch (InsufficientExecutionStackException)
        {
            return new Outcome(null, false, new Refusal(RefusalIds.Construct, $"{method.Name} cannot be compiled: an expression in it is nested too deep", method.Locations.FirstOrDefault()));
        }
    }

    private List<KeyValuePair<IParameterSymbol, Lowered>> Parameters(IMethodSymbol method, BodyScope scope, FunctionBuilder function)
    {
        List<KeyValuePair<IParameterSymbol, Lowered>> parameters = [];
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            IReadOnlyList<ShapeValue>? shapes = scope.Body.ParameterShapes[parameter.Ordinal];
            Location? origin = parameter.Locations.FirstOrDefault(static location => location.IsInSource);
            parameters.Add(new(parameter, Lower(parameter, parameter.Type, ExpressionOf(parameter), shapes, 0, origin)));
        }

        return parameters;

        Lowered Lower(IParameterSymbol parameter, ITypeSymbol type, string expression, IReadOnlyList<ShapeValue>? shapes, int index, Location? origin)
        {
            if (type is INamedTypeSymbol { IsTupleType: true } tuple)
                return new LoweredList([.. tuple.TupleElements.Select((element, i) => Lower(parameter, element.Type, expression + "." + element.Name, shapes, i, origin))]);
            if (type is INamedTypeSymbol { TypeArguments.Length: 1 } tensor && contracts.Known.IsTensor(type))
            {
                ShapeValue shape = shapes is not null && index < shapes.Count ? shapes[index] : UnknownShape.Of(scope.Symbols.At((parameter, index)));
                int id = function.Add(new Value(
                    expression.Replace(".", string.Empty), tensor.TypeArguments[0].ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), shape,
                    new ReadDefinition(expression, IsParameter: false)));
                return new LoweredTensor(id, new TensorValue(shape, origin));
            }

            if (!ParameterKinds.IsScalar(type) && type.SpecialType != SpecialType.System_String)
                throw new RefusedException(new Refusal(RefusalIds.Construct, $"{method.Name} cannot be compiled: its parameter '{parameter.Name}' is neither a tensor nor a number", origin));
            bool isDim = AnnotationReader.IsDim(contracts.Known, parameter.GetAttributes());
            Analyzers.Flow.Value? known = isDim && scope.Body.Dimensions.TryGetValue(parameter.Name, out Dimension? size) ? new IntegerValue(size)
                : ParameterKinds.IsInteger(type) ? new IntegerValue(Dimension.Of(scope.Symbols.At(parameter).Opaque(parameter.Name))) : null;
            return new LoweredHost(HostExpression.Variable(expression), type, known);
        }
    }

    private static int[] ResultsOf(Lowered result, IMethodSymbol method) => result switch
    {
        LoweredTensor tensor => [tensor.Id],
        LoweredList list when list.Elements.All(static element => element is LoweredTensor) => [.. list.Elements.Select(static element => ((LoweredTensor)element).Id)],
        _ => throw new RefusedException(new Refusal(
            RefusalIds.Result, $"{method.Name} cannot be compiled: it returns {method.ReturnType.ToDisplayString()}, which is neither a tensor nor a tuple of tensors", method.Locations.FirstOrDefault())),
    };
}
