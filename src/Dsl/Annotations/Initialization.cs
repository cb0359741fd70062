namespace TypedTensors;

/// <summary>How the first values of a parameter are drawn.</summary>
public enum Initialization
{
    /// <summary>
    /// What PyTorch does for the weights and biases of its layers: uniform within <c>1 / sqrt(fan in)</c>. A vector without a fan in of its own is zero.
    /// </summary>
    Default,

    /// <summary>All zero.</summary>
    Zeros,

    /// <summary>All one.</summary>
    Ones,

    /// <summary>All the initial value.</summary>
    Constant,

    /// <summary>Uniform between minus and plus the initial value.</summary>
    Uniform,

    /// <summary>Normal with mean 0 and the initial value as standard deviation.</summary>
    Normal,

    /// <summary>Uniform within <c>gain * sqrt(3 / fan in)</c> (He et al., 2015).</summary>
    KaimingUniform,

    /// <summary>Normal with standard deviation <c>gain / sqrt(fan in)</c> (He et al., 2015).</summary>
    KaimingNormal,

    /// <summary>Uniform within <c>gain * sqrt(6 / (fan in + fan out))</c> (Glorot and Bengio, 2010).</summary>
    XavierUniform,

    /// <summary>Normal with standard deviation <c>gain * sqrt(2 / (fan in + fan out))</c> (Glorot and Bengio, 2010).</summary>
    XavierNormal,
}
