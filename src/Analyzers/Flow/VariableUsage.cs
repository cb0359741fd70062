using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Flow;

/// <summary>Which variables of a body the flow analysis may trust, found in one pass over its operations.</summary>
internal sealed class VariableUsage
{
    private readonly HashSet<ISymbol> _untracked = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> _writes = new(SymbolEqualityComparer.Default);

    private VariableUsage()
    {
    }

    /// <summary>Whether elements of arrays are written, so that what is known of an array may not hold later.</summary>
    public bool WritesArrayElements { get; private set; }

    public static VariableUsage Of(IOperation root) => Of(root.DescendantsAndSelf());

    public static VariableUsage Of(IEnumerable<IOperation> operations)
    {
        VariableUsage usage = new();
        foreach (IOperation operation in operations)
            usage.Visit(operation);
        return usage;
    }

    /// <summary>Whether only the body itself assigns the variable, and only by name.</summary>
    public bool IsTracked(ISymbol variable) => !_untracked.Contains(variable);

    /// <summary>Whether the variable keeps its first value, so that a nested function sees the same.</summary>
    public bool IsStable(ISymbol variable)
    {
        if (!IsTracked(variable))
            return false;
        _writes.TryGetValue(variable, out int writes);
        return variable is IParameterSymbol ? writes == 0 : writes <= 1;
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator:
                if (declarator.GetVariableInitializer() is not null)
                    Write(declarator.Symbol, declarator);
                if (declarator.Symbol.IsRef && declarator.GetVariableInitializer()?.Value is { } referred)
                    Alias(referred);
                break;
            case IAssignmentOperation assignment:
                WriteTarget(assignment.Target);
                if (assignment is ISimpleAssignmentOperation { IsRef: true } reference)
                    Alias(reference.Value);
                break;
            case IIncrementOrDecrementOperation increment:
                WriteTarget(increment.Target);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                WriteTarget(argument.Value);
                break;
            case IAddressOfOperation address:
                Alias(address.Reference);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } matched }:
                Write(matched, operation);
                break;
        }
    }

    private void WriteTarget(IOperation target)
    {
        switch (target)
        {
            case ITupleOperation tuple:
                foreach (IOperation element in tuple.Elements)
                    WriteTarget(element);
                break;
            case IDeclarationExpressionOperation declaration:
                WriteTarget(declaration.Expression);
                break;
            case IParenthesizedOperation parenthesized:
                WriteTarget(parenthesized.Operand);
                break;
            case IConditionalOperation conditional:
                WriteTarget(conditional.WhenTrue);
                if (conditional.WhenFalse is { } whenFalse)
                    WriteTarget(whenFalse);
                break;
            case ILocalReferenceOperation local:
                Write(local.Local, target);
                break;
            case IParameterReferenceOperation parameter:
                Write(parameter.Parameter, target);
                break;
            case IFieldReferenceOperation field:
                Write(field.Field, target);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true }:
                WritesArrayElements = true;
                break;
            case IPropertyReferenceOperation property:
                Write(property.Property, target);
                break;
            case IArrayElementReferenceOperation:
                WritesArrayElements = true;
                break;
        }
    }

    private void Write(ISymbol variable, IOperation place)
    {
        _writes.TryGetValue(variable, out int writes);
        _writes[variable] = writes + 1;
        if (!SymbolEqualityComparer.Default.Equals(HomeOf(variable), FunctionOf(place)))
            _untracked.Add(variable);
    }

    /// <summary>A variable that can be written under another name.</summary>
    private void Alias(IOperation referred)
    {
        switch (referred)
        {
            case ILocalReferenceOperation local:
                _untracked.Add(local.Local);
                break;
            case IParameterReferenceOperation parameter:
                _untracked.Add(parameter.Parameter);
                break;
            case IFieldReferenceOperation field:
                _untracked.Add(field.Field);
                break;
            case IArrayElementReferenceOperation:
                WritesArrayElements = true;
                break;
            case IConditionalOperation conditional:
                Alias(conditional.WhenTrue);
                if (conditional.WhenFalse is { } whenFalse)
                    Alias(whenFalse);
                break;
        }
    }

    /// <summary>The lambda or local function that declares a variable; null for one of the body itself.</summary>
    private static ISymbol? HomeOf(ISymbol variable) =>
        variable is { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } function }
            ? function
            : null;

    /// <summary>The innermost lambda or local function around an operation; null in the body itself.</summary>
    private static ISymbol? FunctionOf(IOperation operation)
    {
        for (IOperation? current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation lambda)
                return lambda.Symbol;
            if (current is ILocalFunctionOperation local)
                return local.Symbol;
        }

        return null;
    }
}
