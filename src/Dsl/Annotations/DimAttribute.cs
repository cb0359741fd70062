namespace TypedTensors;

/// <summary>Ties an integer of the program to a dimension.</summary>
/// <remarks>
/// On an <see cref="int"/> parameter, property or field, and on a primary-constructor parameter: the member's name is a
/// dimension name in the surrounding annotations. With an expression, on a property, a method's return value or an indexer:
/// the integer that it yields, in the rule language; <c>this</c> is the shape of the receiver.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue)]
public sealed class DimAttribute : Attribute
{
    /// <summary>The annotated integer is the dimension of its own name.</summary>
    public DimAttribute()
    {
    }

    /// <summary>The annotated integer is the value of an expression.</summary>
    /// <param name="expression">A dimension expression in the rule language, such as <c>size(this, index)</c>.</param>
    public DimAttribute(string expression) => Expression = expression;

    /// <summary>The expression as written, or null when the integer is the dimension of its own name.</summary>
    public string? Expression { get; }
}
