namespace TypedTensors.Kernels.Gemm;

/// <summary>The register family that a product is computed with.</summary>
internal enum InstructionSet
{
    /// <summary>Any machine, any number type.</summary>
    Scalar,

    /// <summary>Registers of 16 bytes.</summary>
    Vector128,

    /// <summary>AVX2 with FMA.</summary>
    Vector256,

    /// <summary>AVX-512.</summary>
    Vector512,
}
