namespace TypedTensors.Kernels.Movements;

/// <summary>A run of positions along one axis of a result, and where along the same axis of the argument their elements are.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Result">The first position in the result.</param>
/// <param name="Input">The position in the argument that stands there.</param>
/// <param name="Length">How many positions.</param>
/// <param name="Step">How far apart in the argument neighbours are: 1, -1 for a reflection, 0 for one element that is repeated.</param>
internal readonly record struct Piece(int Axis, int Result, int Input, int Length, int Step);
