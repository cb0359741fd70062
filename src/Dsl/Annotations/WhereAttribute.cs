namespace TypedTensors;

/// <summary>States a fact about dimensions that a caller must satisfy and the body may rely on.</summary>
/// <remarks>
/// <c>[Where("d % heads == 0")]</c> makes <c>d / heads</c> an exact division. A fact compares two expressions of the shape
/// language with <c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Constructor, AllowMultiple = true)]
public sealed class WhereAttribute : Attribute
{
    /// <summary>States one fact.</summary>
    /// <param name="fact">A comparison of two dimension expressions.</param>
    public WhereAttribute(string fact) => Fact = fact;

    /// <summary>The fact as written.</summary>
    public string Fact { get; }
}
