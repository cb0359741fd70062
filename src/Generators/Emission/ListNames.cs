using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Emission;

/// <summary>The fields of a plan that hold lists of slots.</summary>
internal static class ListNames
{
    public static string Inputs(RoutineLayout layout, int result) => layout.NameOf(result) + "Elements";

    public static string Saved(RoutineLayout layout, ListPullbackStep step) => Cotangents(layout, step) + "Saved";

    public static string Cotangents(RoutineLayout layout, ListPullbackStep step) => layout.NameOf(step.Outputs.First(static output => output >= 0)) + "List";
}
