namespace TypedTensors.Data;

/// <summary>The element types of the IDX format, with the codes that stand for them in a header.</summary>
public enum IdxElementType
{
    /// <summary>Unsigned 8-bit integers.</summary>
    UInt8 = 0x08,

    /// <summary>Signed 8-bit integers.</summary>
    Int8 = 0x09,

    /// <summary>Signed 16-bit integers, big-endian.</summary>
    Int16 = 0x0B,

    /// <summary>Signed 32-bit integers, big-endian.</summary>
    Int32 = 0x0C,

    /// <summary>IEEE 754 single precision, big-endian.</summary>
    Float32 = 0x0D,

    /// <summary>IEEE 754 double precision, big-endian.</summary>
    Float64 = 0x0E,
}
