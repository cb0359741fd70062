namespace TypedTensors.Data;

/// <summary>The two parts into which MNIST and data sets like it are divided.</summary>
public enum DatasetPart
{
    /// <summary>What a model learns from.</summary>
    Train,

    /// <summary>What it is judged by.</summary>
    Test,
}
