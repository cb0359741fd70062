using System.Diagnostics.CodeAnalysis;
using TypedTensors.Rules;

namespace TypedTensors.Kernels.Einsum;

/// <summary>Plans an equation for the shapes that come, and keeps the plan for as long as the shapes stay the same.</summary>
internal sealed class EinsumPlanner(string text)
{
    private EinsumPlan? _latest;

    /// <summary>The plan for shapes.</summary>
    /// <returns>Whether the equation is right and the shapes fit it.</returns>
    public bool TryPlan(ReadOnlySpan<Shape> shapes, [NotNullWhen(true)] out EinsumPlan? plan)
    {
        plan = EinsumEquation.Parse(text, shapes.Length, out _) is { } equation ? EinsumPlan.For(equation, shapes) : null;
        _latest = plan ?? _latest;
        return plan is not null;
    }

    /// <summary>The plan for tensors that fit the equation.</summary>
    public EinsumPlan PlanFor<T>(TensorViewList<T> tensors)
        where T : unmanaged
    {
        if (_latest is { } latest && IsFor(latest, tensors))
            return latest;
        var shapes = new Shape[tensors.Count];
        for (int i = 0; i < shapes.Length; i++)
            shapes[i] = new Shape(tensors[i].Sizes);
        return TryPlan(shapes, out EinsumPlan? plan) ? plan : throw new InvalidOperationException($"The shapes do not fit '{text}'.");
    }

    private static bool IsFor<T>(EinsumPlan plan, TensorViewList<T> tensors)
        where T : unmanaged
    {
        if (plan.Shapes.Length != tensors.Count)
            return false;
        for (int i = 0; i < plan.Shapes.Length; i++)
        {
            if (!plan.Shapes[i].Sizes.SequenceEqual(tensors[i].Sizes))
                return false;
        }

        return true;
    }
}
