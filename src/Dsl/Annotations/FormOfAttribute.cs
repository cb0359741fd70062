namespace TypedTensors;

/// <summary>Says that a method or operator is another way to call a declared operation.</summary>
/// <remarks>
/// The form has the parameters of the declaration in the same order (a receiver counts as the first), so that an operator,
/// an extension method and the function share one declaration.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class FormOfAttribute : Attribute
{
    /// <summary>Names the operation that the annotated member calls.</summary>
    /// <param name="declaringType">The type that declares the operation.</param>
    /// <param name="method">The name of the declaring method, which has one parameter for each of the form's.</param>
    public FormOfAttribute(Type declaringType, string method)
    {
        DeclaringType = declaringType;
        Method = method;
    }

    /// <summary>The type that declares the operation.</summary>
    public Type DeclaringType { get; }

    /// <summary>The name of the declaring method.</summary>
    public string Method { get; }
}
