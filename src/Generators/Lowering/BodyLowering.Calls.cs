using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.Flow;
using TypedTensors.Analyzers.Models;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Generators.Ir;
using TypedTensors.Signatures;

namespace TypedTensors.Generators.Lowering;

/// <summary>Calls of operations and of other methods.</summary>
internal sealed partial class BodyLowering
{
    private Lowered Call(NormalisedCall call, Frame frame)
    {
        if (_operations.DeclarationOf(call.Member) is not { } declaration)
        {
            return call.Operation is IInvocationOperation invocation
                ? Include(invocation, invocation.TargetMethod, invocation.Instance, frame, call)
                : throw Refuse(RefusalIds.Call, NotIncluded(frame, call.Member), call.Operation);
        }

        Lowered?[] arguments = [.. call.Arguments.Select(argument => argument is null ? null : Expression(argument, frame))];
        Analyzers.Flow.Value? known = ShapesOf(call, arguments, frame);
        ITypeSymbol[] results = [.. ResultTypes(call.Operation.Type).Select(type => ElementType(type) ?? throw Refuse(RefusalIds.Call, NotIncluded(frame, call.Member), call.Operation))];
        IReadOnlyList<ParameterDeclaration> parameters = call.Contract.Signature.Parameters;

        // A number among tensors has their element type, which is never that of a condition.
        ITypeSymbol common = call.Arguments.Select(argument => ElementType(argument?.Type))
            .FirstOrDefault(static type => type is not null && type.SpecialType != SpecialType.System_Boolean) ?? results[0];
        List<ITypeSymbol> elements = [];
        List<int> inputs = [];
        INamedTypeSymbol? own = _operations.ImplementationOf(call.Member);
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Kind == ParameterKind.TensorList)
            {
                if (arguments[i] is not LoweredList list)
                    throw Refuse(RefusalIds.Construct, $"{frame.Method.Name} cannot be compiled: the list that {declaration.Name} takes is not written out element by element", call.Arguments[i] ?? call.Operation);
                elements.Add(common);
                inputs.AddRange(list.Elements.Select(element => TensorOf(element, common, call.Arguments[i]!, frame)));
            }
            else if (parameters[i].Kind == ParameterKind.Tensor && (arguments[i] is not null || own is null))
            {
                elements.Add(ElementType(call.Arguments[i]?.Type) ?? common);
                inputs.Add(TensorOf(arguments[i] ?? throw Unsupported(call.Operation, frame), elements[elements.Count - 1], call.Arguments[i]!, frame));
            }
        }

        OperationReference operation = _operations.Read(declaration, own, elements, results, Argument, out string problem)
            ?? throw Refuse(RefusalIds.Call, $"{frame.Method.Name} cannot be compiled: {declaration.Name} cannot be called by generated code: {problem}", call.Operation);
        IsPortable &= operation.IsPublic;
        string[] names = call.Operation.Type is INamedTypeSymbol { IsTupleType: true } tuple
            ? [.. tuple.TupleElements.Select(static element => Emission.Names.CamelCase(element.Name))]
            : [Emission.Names.CamelCase(declaration.Name)];
        Analyzers.Flow.Value?[] knownResults = [.. names.Select((_, i) => names.Length == 1 ? known : (known as ListValue)?.Elements.ElementAtOrDefault(i))];
        int[] outputs = [.. names.Select((name, i) => Compute(name, ElementOf(ResultTypes(call.Operation.Type)[i]), knownResults[i], call.Operation, frame))];
        function.Steps.Add(operation.Kind switch
        {
            ImplementationKind.View => new ViewStep(operation, [.. inputs], [.. outputs]),
            ImplementationKind.List => new ListStep(operation, [.. inputs], [.. outputs]),
            _ => new OperationStep(operation, [.. inputs], [.. outputs]),
        });
        LoweredTensor[] tensors = [.. outputs.Select((output, i) => new LoweredTensor(output, knownResults[i] ?? new TensorValue(function.Values[output].Shape, null)))];
        return tensors.Length == 1 ? tensors[0] : new LoweredList([.. tensors]);

        HostExpression Argument(IParameterSymbol parameter, ITypeSymbol type)
        {
            int index = parameters.ToList().FindIndex(candidate => candidate.Name == parameter.Name);
            switch (index < 0 ? null : arguments[index])
            {
                case LoweredHost host when ParameterKinds.ElementType(contracts.Known, type) is not null && ParameterKinds.IsInteger(host.Type):
                    return HostExpression.Join(["[", "]"], [host.Expression]);
                case LoweredHost host:
                    return host.Expression;
                case LoweredList { Elements.IsEmpty: true }:
                    return HostExpression.Constant("[]");
                case null when parameter.IsParams:
                    return HostExpression.Constant("[]");
                case null:
                    return HostExpression.Constant(parameter.HasExplicitDefaultValue ? Literals.Write(parameter.ExplicitDefaultValue, parameter.Type) : "default");
                default:
                    throw Refuse(
                        RefusalIds.HostValue, $"{frame.Method.Name} cannot be compiled: the argument '{parameter.Name}' of {declaration.Name} is not known while a call is planned", call.Operation);
            }
        }
    }

    /// <summary>What is known of the result of a call, by the rule that the analyzers apply.</summary>
    private static Analyzers.Flow.Value? ShapesOf(NormalisedCall call, IReadOnlyList<Lowered?> arguments, Frame frame, Lowered? instance = null)
    {
        Operands values = new();
        for (int i = 0; i < arguments.Count; i++)
            values[call.Arguments[i]] = arguments[i]?.Known;
        values[call.Instance] = instance?.Known;
        return frame.Shapes.Call(call, isThis: instance is LoweredModel { Path: var path } && path == frame.Path, values);
    }

    /// <summary>Includes the code of another method.</summary>
    private Lowered Include(IInvocationOperation call, IMethodSymbol target, IOperation? instance, Frame frame, NormalisedCall? known)
    {
        IMethodSymbol method = target.OriginalDefinition;
        if (!GeneratedFor.IsMarked(contracts.Known, method) || method.IsGenericMethod)
            throw Refuse(RefusalIds.Call, NotIncluded(frame, method), call);
        LoweredModel? receiver = null;
        if (instance is not null)
            receiver = Expression(instance, frame) as LoweredModel ?? throw Unsupported(instance, frame);
        bool isFixed = !method.IsAbstract && (!(method.IsVirtual || method.IsOverride) || method.IsSealed || method.ContainingType.IsSealed);
        if (!isFixed)
            throw Refuse(RefusalIds.Call, $"{frame.Method.Name} cannot be compiled: {method.Name} can be overridden, so its code is not known; seal it", call);
        KeyValuePair<IParameterSymbol, Lowered>[] arguments = [.. call.Arguments
            .OrderBy(static argument => argument.Parameter?.Ordinal)
            .Select(argument => new KeyValuePair<IParameterSymbol, Lowered>(method.Parameters[argument.Parameter!.Ordinal], Expression(argument.Value, frame)))];
        Analyzers.Flow.Value? contract = known is null ? null
            : ShapesOf(known, [.. known.Arguments.Select(argument => arguments.FirstOrDefault(pair => call.Arguments.Any(given => given.Value == argument && given.Parameter?.Ordinal == pair.Key.Ordinal)).Value)], frame, receiver);
        if (!KnownSymbols.Same(method.ContainingAssembly, compilation.Assembly))
            return IncludeOtherAssembly(call, method, receiver, arguments, contract, frame);
        if (frame.Contains(method))
            throw Refuse(RefusalIds.Call, $"{frame.Method.Name} cannot be compiled: {method.Name} calls itself", call);

        string path = receiver?.Path ?? frame.Path;
        BodyScope scope = BodyScope.Enter(contracts, method, frame.Scope.Usage, frame.Scope.Symbols);
        Frame inner = Frame.OfIncluded(scope, method, path, DimensionsOf(receiver, frame), frame, cancellation);
        Lowered result = Run(inner, arguments);
        if (result is LoweredTensor tensor && function.Values[tensor.Id] is { Definition: ComputedDefinition, Origin: not null } value && value.Name == DefaultNameOf(tensor.Id))
            function.Values[tensor.Id] = value with { Name = Emission.Names.CamelCase(method.Name) };
        return result is LoweredTensor { Known: not TensorValue { Shape.Rank: not null } } unknown && contract is TensorValue { Shape.Rank: not null } declared
            ? Refine(unknown, declared)
            : result;
    }

    private Lowered Refine(LoweredTensor tensor, TensorValue declared)
    {
        function.Values[tensor.Id] = function.Values[tensor.Id] with { Shape = declared.Shape };
        return tensor with { Known = declared };
    }

    /// <summary>The name that a value has while nothing gave it a better one.</summary>
    private string? DefaultNameOf(int value) => function.Steps.FirstOrDefault(step => step.Outputs.Contains(value)) switch
    {
        OperationStep call => Emission.Names.CamelCase(call.Operation.Name),
        ViewStep view => Emission.Names.CamelCase(view.Operation.Name),
        ListStep list => Emission.Names.CamelCase(list.Operation.Name),
        _ => null,
    };

    private static string NotIncluded(Frame frame, ISymbol member) =>
        $"{frame.Method.Name} cannot be compiled: {NameOf(member)} is neither an operation nor a method with [Compiled] or [Differentiable]; mark it, or move the call out of the method";

    // An operator as it is written, not as metadata calls it.
    private static string NameOf(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator }
        ? $"operator {SyntaxFacts.GetText(SyntaxFacts.GetOperatorKind(member.Name))}"
        : member.Name;

    private static ITypeSymbol?[] ResultTypes(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple ? [.. tuple.TupleElements.Select(static element => element.Type)] : [type];

    private ITypeSymbol? ElementType(ITypeSymbol? tensor) => IsTensor(tensor) ? ((INamedTypeSymbol)tensor!).TypeArguments[0] : null;
}
