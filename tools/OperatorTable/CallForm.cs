using System.Reflection;
using System.Runtime.CompilerServices;

namespace TypedTensors.OperatorTable;

/// <summary>How a member is called, as source text.</summary>
internal static class CallForm
{
    private static Dictionary<string, string> BinaryOperators { get; } = new()
    {
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_Multiply"] = "*",
        ["op_Division"] = "/",
        ["op_Modulus"] = "%",
        ["op_BitwiseAnd"] = "&",
        ["op_BitwiseOr"] = "|",
        ["op_ExclusiveOr"] = "^",
        ["op_LessThan"] = "<",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThan"] = ">",
        ["op_GreaterThanOrEqual"] = ">=",
    };

    private static Dictionary<string, string> UnaryOperators { get; } = new()
    {
        ["op_UnaryNegation"] = "-",
        ["op_LogicalNot"] = "!",
    };

    /// <summary>The forms of a member: an extension method that is also called as a function has two.</summary>
    /// <param name="member">A method, a property or an indexer.</param>
    /// <param name="receiver">What to call a receiver that has no name of its own.</param>
    public static IEnumerable<string> Of(MemberInfo member, string receiver = "x")
    {
        if (member is PropertyInfo property)
        {
            string[] indices = [.. property.GetIndexParameters().Select(index => index.Name!)];
            return [indices.Length > 0 ? $"{receiver}[{string.Join(", ", indices)}]" : $"{receiver}.{property.Name}"];
        }

        var method = (MethodInfo)member;
        string[] names = [.. method.GetParameters().Select(parameter => parameter.Name!)];
        if (BinaryOperators.TryGetValue(method.Name, out string? symbol))
            return [$"{names[0]} {symbol} {names[1]}"];
        if (UnaryOperators.TryGetValue(method.Name, out string? prefix))
            return [prefix + names[0]];

        string function = $"{method.Name}({string.Join(", ", names)})";
        if (!method.IsStatic)
            return [$"{receiver}.{function}"];
        string extension = names.Length == 0 ? function : $"{names[0]}.{method.Name}({string.Join(", ", names.Skip(1))})";
        bool isDeclaration = method.IsDefined(typeof(OperationAttribute));
        return !method.IsDefined(typeof(ExtensionAttribute)) ? [function] : isDeclaration ? [function, extension] : [extension];
    }
}
