namespace TypedTensors;

/// <summary>Says that a method or operator is another way to call a declared operation.</summary>
/// <remarks>
/// A receiver is the declaration's first parameter, the operands of an operator are its parameters in order, every other
/// parameter is the declaration's of the same name; parameters that the form lacks count as not given. So an operator, an
/// extension method, an overload and the function share one declaration.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class FormOfAttribute : Attribute
{
    /// <summary>Names the operation that the annotated member calls.</summary>
    /// <param name="declaringType">The type that declares the operation.</param>
    /// <param name="method">The name of the declaring method.</param>
    public FormOfAttribute(Type declaringType, string method)
    {
        DeclaringType = declaringType;
        Method = method;
    }

    /// <summary>The type that declares the operation.</summary>
    public Type DeclaringType { get; }

    /// <summary>The name of the declaring method.</summary>
    public string Method { get; }

    /// <summary>
    /// The struct that computes this form where it takes fewer tensors than the declaration, or others; null where it is the declaration's. Its parameters stand for those
    /// of the declaration with the same names, and its tensors for the first ones.
    /// </summary>
    public Type? Implementation { get; set; }
}
