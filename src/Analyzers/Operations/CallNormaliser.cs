using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Operations;

/// <summary>Brings every form of a call into one: methods, extension members, operators, properties, indexers, constructors.</summary>
/// <remarks>
/// Arguments come out in the order of the declaration, whatever order, names and defaults the call uses; a receiver that the
/// declaration counts as a parameter comes first.
/// </remarks>
internal static class CallNormaliser
{
    public static NormalisedCall? Normalise(IOperation operation, ContractReader contracts) => operation switch
    {
        IInvocationOperation call =>
            Build(call, call.TargetMethod, call.Instance, Ordered(call.Arguments, call.TargetMethod.Parameters.Length), contracts),
        IPropertyReferenceOperation read =>
            Build(read, read.Property, read.Instance, Ordered(read.Arguments, read.Property.Parameters.Length), contracts),
        IFieldReferenceOperation read => Build(read, read.Field, read.Instance, [], contracts),
        IObjectCreationOperation { Constructor: { } constructor } creation =>
            Build(creation, constructor, null, Ordered(creation.Arguments, constructor.Parameters.Length), contracts),
        IBinaryOperation { OperatorMethod: { } method } binary => Build(binary, method, null, [binary.LeftOperand, binary.RightOperand], contracts),
        IUnaryOperation { OperatorMethod: { } method } unary => Build(unary, method, null, [unary.Operand], contracts),
        ICompoundAssignmentOperation { OperatorMethod: { } method } compound =>
            Build(compound, method, null, [compound.Target, compound.Value], contracts),
        IIncrementOrDecrementOperation { OperatorMethod: { } method } increment => Build(increment, method, null, [increment.Target], contracts),
        IConversionOperation { OperatorMethod: { } method } conversion => Build(conversion, method, null, [conversion.Operand], contracts),
        _ => null,
    };

    private static NormalisedCall? Build(
        IOperation operation, ISymbol member, IOperation? instance, ImmutableArray<IOperation?> arguments, ContractReader contracts)
    {
        if (contracts.OfCall(member) is not { } contract)
            return null;

        // An instance operator such as a user-defined += has its target as receiver, not as a parameter.
        if (contract.HasReceiver && operation is not (ICompoundAssignmentOperation or IIncrementOrDecrementOperation))
            arguments = arguments.Insert(0, instance);
        if (contract.Places is { } places)
            arguments = [.. places.Select(place => place >= 0 && place < arguments.Length ? arguments[place] : null)];
        if (arguments.Length != contract.Signature.Parameters.Count)
            return null;
        return new NormalisedCall(operation, member, contract, arguments, contract.HasReceiver ? null : instance);
    }

    private static ImmutableArray<IOperation?> Ordered(ImmutableArray<IArgumentOperation> arguments, int count)
    {
        IOperation?[] ordered = new IOperation?[count];
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < count)
                ordered[parameter.Ordinal] = argument.Value;
        }

        return ImmutableArray.Create(ordered);
    }
}
