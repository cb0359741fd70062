using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Generators.Lowering;

/// <summary>What generated code cannot contain, in words, with the way out.</summary>
internal static class Constructs
{
    private const string Apart = "; move it out of the method, or leave the method to the tape";

    public static string Describe(IOperation operation) => NameOf(operation) + " is not part of straight-line tensor code" + Apart;

    private static string NameOf(IOperation operation) => operation switch
    {
        IConditionalOperation { WhenFalse: not null, Type: not null } => "a conditional expression",
        IConditionalOperation => "an if statement",
        IForEachLoopOperation => "a foreach loop",
        ILoopOperation => "a loop",
        ISwitchOperation or ISwitchExpressionOperation => "a switch",
        ITryOperation => "a try statement",
        IUsingOperation or IUsingDeclarationOperation => "a using statement",
        ILockOperation => "a lock",
        IThrowOperation => "a throw",
        IAwaitOperation => "an await",
        IAnonymousFunctionOperation or IDelegateCreationOperation => "a lambda",
        IAssignmentOperation => "an assignment to something other than a local variable",
        IIncrementOrDecrementOperation => "an increment",
        ICoalesceOperation or IConditionalAccessOperation => "a test for null",
        IInvalidOperation => "an expression that does not compile, or that names a generated member,",
        IInvocationOperation call => $"the call of {call.TargetMethod.Name} for its effect",
        IObjectCreationOperation creation => $"a new {creation.Type?.Name}",
        _ => $"'{operation.Syntax.ToString().Split('\n')[0].Trim()}'",
    };
}
