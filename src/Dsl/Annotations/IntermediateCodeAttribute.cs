using System.ComponentModel;

namespace TypedTensors;

/// <summary>Carries what a generated member computes to other assemblies, so that their generated code can include and differentiate it.</summary>
/// <remarks>Written by the generator. Code of another version than the reader's is not read; the member is then called.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IntermediateCodeAttribute : Attribute
{
    /// <summary>Carries intermediate code.</summary>
    /// <param name="version">The version of the format.</param>
    /// <param name="code">The code.</param>
    public IntermediateCodeAttribute(int version, string code)
    {
        Version = version;
        Code = code;
    }

    /// <summary>The version of the format.</summary>
    public int Version { get; }

    /// <summary>The code.</summary>
    public string Code { get; }
}
