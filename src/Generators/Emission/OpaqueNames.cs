namespace TypedTensors.Generators.Emission;

/// <summary>The fields of a plan through which calls go whose code is not known.</summary>
internal static class OpaqueNames
{
    public static string Of(RoutineLayout layout, int result) => Names.CamelCase(layout.Values[result].Name) + "Call" + result.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
