namespace TypedTensors.Tests.Agreement;

/// <content>Further functions of elements.</content>
internal sealed partial class Expressions
{
    private Candidate Function()
    {
        (Operand a, Operand b, Operand c) = (Pick(), Pick(), Pick());
        return random.Next(43) switch
        {
            0 => new($"{a.Text}.Abs()", () => Ops.Abs(a.Value)),
            1 => new($"Ops.Sign({a.Text})", () => Ops.Sign(a.Value)),
            2 => new($"{a.Text}.Square()", () => Ops.Square(a.Value)),
            3 => new($"Ops.ReciprocalSqrt({a.Text})", () => Ops.ReciprocalSqrt(a.Value)),
            4 => new($"{a.Text}.Reciprocal()", () => Ops.Reciprocal(a.Value)),
            5 => new($"Ops.ExpM1({a.Text})", () => Ops.ExpM1(a.Value)),
            6 => new($"{a.Text}.LogP1()", () => Ops.LogP1(a.Value)),
            7 => new($"Ops.Log2({a.Text})", () => Ops.Log2(a.Value)),
            8 => new($"{a.Text}.Log10()", () => Ops.Log10(a.Value)),
            9 => new($"Ops.Sin({a.Text})", () => Ops.Sin(a.Value)),
            10 => new($"{a.Text}.Cos()", () => Ops.Cos(a.Value)),
            11 => new($"Ops.Tan({a.Text})", () => Ops.Tan(a.Value)),
            12 => new($"{a.Text}.Asin()", () => Ops.Asin(a.Value)),
            13 => new($"Ops.Acos({a.Text})", () => Ops.Acos(a.Value)),
            14 => new($"{a.Text}.Atan()", () => Ops.Atan(a.Value)),
            15 => new($"Ops.Sinh({a.Text})", () => Ops.Sinh(a.Value)),
            16 => new($"{a.Text}.Cosh()", () => Ops.Cosh(a.Value)),
            17 => new($"Ops.Silu({a.Text})", () => Ops.Silu(a.Value)),
            18 => new($"{a.Text}.Erf()", () => Ops.Erf(a.Value)),
            19 => new($"Ops.Gelu({a.Text})", () => Ops.Gelu(a.Value)),
            20 => new($"{a.Text}.GeluTanh()", () => Ops.GeluTanh(a.Value)),
            21 => new($"Ops.Ceiling({a.Text})", () => Ops.Ceiling(a.Value)),
            22 => new($"{a.Text}.Floor()", () => Ops.Floor(a.Value)),
            23 => new($"Ops.Round({a.Text})", () => Ops.Round(a.Value)),
            24 => new($"{a.Text}.Truncate()", () => Ops.Truncate(a.Value)),
            25 => new($"Ops.Maximum({a.Text}, {b.Text})", () => Ops.Maximum(a.Value, b.Value)),
            26 => new($"Ops.Minimum({a.Text}, {b.Text})", () => Ops.Minimum(a.Value, b.Value)),
            27 => new($"Ops.Atan2({a.Text}, {b.Text})", () => Ops.Atan2(a.Value, b.Value)),
            28 => new($"Ops.Remainder({a.Text}, {b.Text})", () => Ops.Remainder(a.Value, b.Value)),
            29 => new($"Ops.FloorDivide({a.Text}, {b.Text})", () => Ops.FloorDivide(a.Value, b.Value)),
            30 => new($"Ops.ClampMin({a.Text}, {b.Text})", () => Ops.ClampMin(a.Value, b.Value)),
            31 => new($"Ops.ClampMax({a.Text}, {b.Text})", () => Ops.ClampMax(a.Value, b.Value)),
            32 => new($"Ops.LeakyRelu({a.Text}, {b.Text})", () => Ops.LeakyRelu(a.Value, b.Value)),
            33 => new($"Ops.Elu({a.Text}, {b.Text})", () => Ops.Elu(a.Value, b.Value)),
            34 => new($"{a.Text}.Clamp({b.Text}, {c.Text})", () => Ops.Clamp(a.Value, b.Value, c.Value)),
            35 => new($"Ops.Softplus({a.Text}, {b.Text}, {c.Text})", () => Ops.Softplus(a.Value, b.Value, c.Value)),
            36 => new($"{a.Text}.Clamp(max: 1f, min: -1f)", () => Ops.Clamp(a.Value, -1f, 1f)),
            37 => new($"{a.Text}.LeakyRelu()", () => Ops.LeakyRelu(a.Value)),
            38 => new($"Ops.Elu({a.Text}, 0.5)", () => Ops.Elu(a.Value, 0.5)),
            39 => new($"{a.Text}.Softplus(threshold: 3)", () => Ops.Softplus(a.Value, 1, 3)),
            40 => new($"Ops.Where(({a.Text} < {b.Text}) & !Ops.IsNaN({c.Text}), {a.Text}, {b.Text})", () => Ops.Where((a.Value < b.Value) & !Ops.IsNaN(c.Value), a.Value, b.Value)),
            41 => new($"{a.Text}.To<int>().TrueDivide(2) + {b.Text}", () => a.Value.To<int>().TrueDivide(2) + b.Value),
            _ => new($"{a.Text}.To<double>().To<float>()", () => a.Value.To<double>().To<float>()),
        };
    }
}
