namespace TypedTensors.Tests.Compiled;

/// <content>Further functions of elements.</content>
internal sealed partial class Expressions
{
    private Candidate Function()
    {
        (Operand a, Operand b) = (Pick(), Pick());
        return random.Next(40) switch
        {
            0 => new($"{a.Text}.Abs()", at => Ops.Abs(Suitable.AwayFromZero(a.Values[at]))),
            1 => new($"Ops.Sign({a.Text})", at => Ops.Sign(Suitable.AwayFromZero(a.Values[at]))),
            2 => new($"{a.Text}.Square()", at => Ops.Square(a.Values[at])),
            3 => new($"Ops.ReciprocalSqrt({a.Text})", at => Ops.ReciprocalSqrt(Suitable.Positive(a.Values[at]))),
            4 => new($"{a.Text}.Reciprocal()", at => Ops.Reciprocal(Suitable.Divisor(a.Values[at]))),
            5 => new($"Ops.ExpM1({a.Text})", at => Ops.ExpM1(Suitable.Below(a.Values[at], 3))),
            6 => new($"{a.Text}.LogP1()", at => Ops.LogP1(Suitable.Above(a.Values[at], -0.8))),
            7 => new($"Ops.Log2({a.Text})", at => Ops.Log2(Suitable.Positive(a.Values[at]))),
            8 => new($"{a.Text}.Log10()", at => Ops.Log10(Suitable.Positive(a.Values[at]))),
            9 => new($"Ops.Sin({a.Text})", at => Ops.Sin(a.Values[at])),
            10 => new($"{a.Text}.Cos()", at => Ops.Cos(a.Values[at])),
            11 => new($"Ops.Tan({a.Text})", at => Ops.Tan(Suitable.Within(a.Values[at], 1.2))),
            12 => new($"{a.Text}.Asin()", at => Ops.Asin(Suitable.Within(a.Values[at], 0.9))),
            13 => new($"Ops.Acos({a.Text})", at => Ops.Acos(Suitable.Within(a.Values[at], 0.9))),
            14 => new($"{a.Text}.Atan()", at => Ops.Atan(a.Values[at])),
            15 => new($"Ops.Sinh({a.Text})", at => Ops.Sinh(Suitable.Within(a.Values[at], 3))),
            16 => new($"{a.Text}.Cosh()", at => Ops.Cosh(Suitable.Within(a.Values[at], 3))),
            17 => new($"Ops.Silu({a.Text})", at => Ops.Silu(a.Values[at])),
            18 => new($"{a.Text}.Erf()", at => Ops.Erf(a.Values[at])),
            19 => new($"Ops.Gelu({a.Text})", at => Ops.Gelu(a.Values[at])),
            20 => new($"{a.Text}.GeluTanh()", at => Ops.GeluTanh(a.Values[at])),
            21 => new($"Ops.Ceiling({a.Text})", at => Ops.Ceiling(Suitable.AwayFromMultiples(a.Values[at], 1))),
            22 => new($"{a.Text}.Floor()", at => Ops.Floor(Suitable.AwayFromMultiples(a.Values[at], 1))),
            23 => new($"Ops.Round({a.Text})", at => Ops.Round(Suitable.AwayFromMultiples(a.Values[at], 1, offset: 0.5))),
            24 => new($"{a.Text}.Truncate()", at => Ops.Truncate(Suitable.AwayFromMultiples(a.Values[at], 1))),
            25 => new($"Ops.Maximum({a.Text}, {b.Text})", at => Ops.Maximum(a.Values[at], Suitable.ApartFrom(a.Values[at], b.Values[at]))),
            26 => new($"Ops.Minimum({a.Text}, {b.Text})", at => Ops.Minimum(a.Values[at], Suitable.ApartFrom(a.Values[at], b.Values[at]))),
            27 => new($"Ops.Atan2({a.Text}, {b.Text})", at => Ops.Atan2(a.Values[at], Suitable.Divisor(b.Values[at]))),
            28 => new($"Ops.Remainder({a.Text}, 1.5)", at => Ops.Remainder(Suitable.AwayFromMultiples(a.Values[at], 1.5), 1.5)),
            29 => new($"Ops.FloorDivide({a.Text}, 1.5)", at => Ops.FloorDivide(Suitable.AwayFromMultiples(a.Values[at], 1.5), 1.5)),
            30 => new($"{a.Text}.ClampMin({b.Text})", at => Ops.ClampMin(a.Values[at], Suitable.ApartFrom(a.Values[at], b.Values[at]))),
            31 => new($"{a.Text}.ClampMax(0.5)", at => Ops.ClampMax(Suitable.AwayFrom(a.Values[at], 0.5), 0.5)),
            32 => new($"{a.Text}.Clamp(-0.5, max: 0.5)", at => Ops.Clamp(Suitable.AwayFrom(Suitable.AwayFrom(a.Values[at], 0.5), -0.5), -0.5, 0.5)),
            33 => new($"Ops.Clamp({a.Text}, {b.Text} - 0.5, {b.Text} + 0.5)", at => Ops.Clamp(a.Values[at], Suitable.ApartFrom(a.Values[at], b.Values[at] - 0.5), Suitable.ApartFrom(a.Values[at], b.Values[at] + 0.5))),
            34 => new($"{a.Text}.LeakyRelu()", at => Ops.LeakyRelu(Suitable.AwayFromZero(a.Values[at]))),
            35 => new($"Ops.LeakyRelu({a.Text}, {b.Text})", at => Ops.LeakyRelu(Suitable.AwayFromZero(a.Values[at]), b.Values[at])),
            36 => new($"Ops.Elu({a.Text}, 0.5)", at => Ops.Elu(Suitable.AwayFromZero(Suitable.Below(a.Values[at], 3)), 0.5)),
            37 => new($"{a.Text}.Softplus(beta: 2)", at => Ops.Softplus(a.Values[at], 2)),
            38 => new($"Ops.Where(({a.Text} < {b.Text}) | !({a.Text} > 0.5), {a.Text}, {b.Text})", at => Ops.Where((a.Values[at] < Suitable.ApartFrom(a.Values[at], b.Values[at])) | !(Suitable.AwayFrom(a.Values[at], 0.5) > 0.5), a.Values[at], b.Values[at])),
            _ => new($"{a.Text}.To<double>()", at => a.Values[at].To<double>()),
        };
    }
}
