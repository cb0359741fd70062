using TypedTensors.Generators.Ir;

namespace TypedTensors.Generators.Emission;

/// <summary>Writes the plan of a routine: the class that holds shapes, memory and operations, and the method that fills it in for particular sizes.</summary>
internal sealed class PlanWriter
{
    private readonly RoutineLayout _layout;
    private readonly SourceWriter _code = new();
    private readonly Dictionary<int, string> _shapes = [];
    private readonly HashSet<string> _constructed = [];
    private readonly HashSet<int> _windows = [];
    private readonly List<string> _fields = [];
    private readonly Names _locals;

    public PlanWriter(RoutineLayout layout)
    {
        _layout = layout;
        _locals = new Names(layout.SourceNames);
    }

    private Routine Routine => _layout.Routine;

    private TypeNames Types => _layout.Types;

    /// <summary>Writes both.</summary>
    public void Write(SourceWriter writer, string parameters)
    {
        Guard();
        foreach (Step step in Routine.Source.Steps)
        {
            if (step is OperationStep or ViewStep or ListStep or OpaqueStep or GradientInForwardStep)
                ShapeOf(step.Outputs[0]);
        }

        Cotangents();
        Operations();
        Memory();
        WriteClass(writer);
        writer.Line();
        bool isStatic = Routine.Member.IsStatic;
        using (writer.Block($"private {(isStatic ? "static " : "")}{_layout.Members.PlanType} {_layout.Members.PlanMethod}({parameters})"))
        {
            writer.Line($"{_layout.Members.PlanType} {_layout.Plan} = new();");
            string body = _code.ToString().TrimEnd('\n');
            if (body.Length > 0)
                writer.Line(body);
            writer.Line($"return {_layout.Plan};");
        }
    }

    private void WriteClass(SourceWriter writer)
    {
        writer.Line($"/// <summary>Memory and operations of <c>{Routine.Name}</c> for particular sizes.</summary>");
        using (writer.Block($"private sealed class {_layout.Members.PlanType} : {Types["CallPlan", "Compilation"]}"))
        {
            foreach (string field in _fields)
                writer.Line(field);
        }
    }

    private void Guard()
    {
        MemberSpec member = Routine.Member;
        string[] shapes = [.. member.Parameters.Where(static parameter => parameter.Element is not null).Select(static parameter => parameter.Name + ".Shape")];
        string dimensions = member.Contract.Names.IsEmpty ? "" : $", [{string.Join(", ", member.Contract.Names.Select(static dimension => dimension.Expression))}]";
        if (shapes.Length > 0)
            _code.Line($"{_layout.Members.Contract}.Check([{string.Join(", ", shapes)}]{dimensions});");
        for (int i = 0; i < Routine.Cotangents.Count; i++)
        {
            string cotangent = ((ReadDefinition)_layout.Values[Routine.Cotangents[i]].Definition).Expression;
            _shapes[Routine.Cotangents[i]] = cotangent + ".Shape";
        }
    }

    /// <summary>A cotangent has the shape of its result.</summary>
    private void Cotangents()
    {
        for (int i = 0; i < Routine.Cotangents.Count; i++)
        {
            string cotangent = ((ReadDefinition)_layout.Values[Routine.Cotangents[i]].Definition).Expression;
            _code.Line($"{Types["CompiledCode", "Compilation"]}.CheckCotangent(nameof({Routine.Name}), nameof({cotangent}), {cotangent}.Shape, {ShapeOf(Routine.Source.Results[i])});");
        }
    }

    /// <summary>The C# expression of a value's shape; what has to be computed first is written on the way.</summary>
    private string ShapeOf(int value)
    {
        if (_shapes.TryGetValue(value, out string known))
            return known;
        Value described = _layout.Values[value];
        string shape = described.Definition switch
        {
            ReadDefinition read => read.Expression + ".Shape",
            NumberDefinition => Types["Shape"] + ".Scalar",
            AdjointDefinition adjoint => ShapeOf(adjoint.Primal),
            _ => Derive(value, _layout.DefinitionOf(value)!),
        };
        return _shapes[value] = shape;
    }

    private string Derive(int value, Step step)
    {
        switch (step)
        {
            case OperationStep { Operation.Kind: ImplementationKind.UnaryFunction } call:
                return ShapeOf(call.Inputs[0]);
            case OperationStep { Operation.Kind: ImplementationKind.BinaryFunction or ImplementationKind.TernaryFunction or ImplementationKind.Predicate } call:
                return Broadcast(value, call);
            case OperationStep { Outputs.Count: > 1 } call:
                return ResultShapes(value, call);
            case OperationStep call:
                return ResultShape(value, call.Operation, string.Join(", ", call.Inputs.Select(ShapeOf)));
            case GradientInForwardStep call:
                return ResultShape(value, call.Operation, string.Join(", ", call.Inputs.Select(ShapeOf)));
            case ListStep list:
                return ResultShape(value, list.Operation, $"[{string.Join(", ", list.Inputs.Select(ShapeOf))}]");
            case ViewStep view:
                return Window(value, view);
            case OpaqueStep opaque:
                return Opaque(value, opaque);
            default:
                throw new InvalidOperationException("No shape is derived from " + step.GetType().Name + ".");
        }
    }

    private string Broadcast(int value, OperationStep call)
    {
        // What cannot stretch the result: scalars, and all but one of several of the same shape.
        int[] wide = [.. call.Inputs.Where(input => _layout.Values[input].Shape.Rank != 0)];
        if (wide.Length == 0 || wide.All(input => _layout.Values[input].Shape.Equals(_layout.Values[wide[0]].Shape)))
            return ShapeOf(wide.Length == 0 ? call.Inputs[0] : wide[0]);
        string method = call.Operation.Kind == ImplementationKind.Predicate ? "BroadcastOfPredicate" : "BroadcastOf";
        string function = Types.Shorten(call.Operation.Implementation), element = _layout.Values[call.Inputs[0]].Element;
        return Local(value, $"{Types["CompiledCode", "Compilation"]}.{method}<{function}, {element}>({string.Join(", ", call.Inputs.Select(ShapeOf))})");
    }

    private string ResultShape(int value, OperationReference operation, string arguments) => Local(value, $"{Construct(operation)}.ResultShape({arguments})");

    private string ResultShapes(int value, OperationStep call)
    {
        foreach (int output in call.Outputs)
            _shapes[output] = LocalName(output);
        string locals = string.Join(", ", call.Outputs.Select(output => $"{Types["Shape"]} {_shapes[output]}"));
        _code.Line($"({locals}) = {Construct(call.Operation)}.ResultShapes({string.Join(", ", call.Inputs.Select(ShapeOf))});");
        return _shapes[value];
    }

    private string LocalName(int value) => _locals.Unique(Names.CamelCase(_layout.Values[value].Name) + "Shape");

    private string Local(int value, string expression)
    {
        string name = LocalName(value);
        _code.Line($"{Types["Shape"]} {name} = {expression};");
        return name;
    }

    private string Construct(OperationReference operation)
    {
        string expression = _layout.OperationOf(operation);
        if (!operation.Arguments.IsEmpty && _constructed.Add(expression))
            _code.Line($"{expression} = new {Types.Shorten(operation.Implementation)}({string.Join(", ", operation.Arguments.Select(argument => argument.Write(ShapeOf)))});");
        return expression;
    }

    private string Window(int value, ViewStep view)
    {
        int parent = view.Inputs[0];
        string parentShape = ShapeOf(parent);
        string parentExpression = _windows.Contains(parent) ? _layout.Plan + "." + WindowField(parent) : parentShape;
        string element = _layout.Values[value].Element;
        string field = WindowField(value);
        (int first, int last) = Life(value);
        _code.Line($"{_layout.Plan}.{field} = {_layout.Plan}.View<{Types.Shorten(view.Operation.Implementation)}, {element}>({Construct(view.Operation)}, {parentExpression}, {first}, {last});");
        _fields.Add($"public {Types[$"Window<{element}>", "Compilation"]} {field} = null!;");
        _windows.Add(value);
        return $"{_layout.Plan}.{field}.Shape";
    }

    /// <summary>The tensors through which a call goes whose code is not known; that it gives its shape by being run once on zeros happens while planning only.</summary>
    private string Opaque(int value, OpaqueStep step)
    {
        string field = OpaqueNames.Of(_layout, value);
        string[] arguments = new string[step.Inputs.Count];
        for (int i = 0; i < arguments.Length; i++)
        {
            string element = _layout.Values[step.Inputs[i]].Element;
            arguments[i] = $"{_layout.Plan}.{field}Argument{i + 1}";
            _fields.Add($"public {Types.Tensor(element)} {field}Argument{i + 1} = null!;");
            _code.Line($"{arguments[i]} = {Types["Tensor"]}.Zeros<{element}>({ShapeOf(step.Inputs[i])}.Sizes);");
            if (Routine.IsDerivative && step.GivesGradient[i])
            {
                _fields.Add($"public {Types.Tensor(element)} {field}Gradient{i + 1} = null!;");
                _code.Line($"{_layout.Plan}.{field}Gradient{i + 1} = {Types["Tensor"]}.Zeros<{element}>({ShapeOf(step.Inputs[i])}.Sizes);");
            }
        }

        string type = Types.Tensor(_layout.Values[value].Element);
        _fields.Add($"public {type} {field} = null!;");
        _code.Line($"{_layout.Plan}.{field} = {step.Method}Compiled({string.Join(", ", arguments)});");
        if (Routine.IsDerivative)
        {
            _fields.Add($"public {type} {field}Cotangent = null!;");
            _code.Line($"{_layout.Plan}.{field}Cotangent = {Types["Tensor"]}.ZerosLike({_layout.Plan}.{field});");
        }

        return $"{_layout.Plan}.{field}.Shape";
    }

    private string WindowField(int value) => _layout.IsUsed(value) ? _layout.NameOf(value) : "unused" + value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private (int First, int Last) Life(int value) => (Math.Max(0, _layout.Liveness.First(value)), Math.Max(0, _layout.Liveness.Last(value)));

    /// <summary>Constructs what the derivative alone calls, and gives the operations their fields.</summary>
    private void Operations()
    {
        foreach (Step step in Routine.Code.Steps)
        {
            OperationReference? operation = step switch
            {
                OperationStep call => call.Operation,
                GradientInForwardStep call => call.Operation,
                PullbackStep call => call.Operation,
                ListStep list => list.Operation,
                ListPullbackStep list => list.Operation,
                _ => null,
            };
            if (operation is not null)
                Construct(operation);
        }

        foreach (KeyValuePair<OperationReference, string> operation in _layout.Operations)
            _fields.Insert(0, $"public {Types.Shorten(operation.Key.Implementation)} {operation.Value};");
    }

    private void Memory()
    {
        int steps = Routine.Code.Steps.Count;
        foreach (KeyValuePair<int, string> value in _layout.NamedValues)
        {
            if (!_layout.IsSlot(value.Key))
                continue;
            (int first, int last) = Life(value.Key);
            Reserve(value.Value, _layout.Values[value.Key].Element, ShapeOf(value.Key), first, last);
        }

        foreach (int result in _layout.Delivered)
            Reserve(_layout.NameOf(result), _layout.Values[result].Element, ShapeOf(result), 0, steps);
        foreach (Step step in Routine.Code.Steps)
            Lists(step);
        if (ModelElement is not null)
        {
            string type = Types[$"ParameterGradients<{ModelElement}>", "Compilation"];
            _fields.Add($"public {type} gradients = null!;");
            string written = string.Concat(Routine.ParameterGradients.Select(gradient => ", " + ((ReadDefinition)_layout.Values[gradient.Primal].Definition).Expression));
            _code.Line($"{_layout.Plan}.gradients = new {type}({_layout.Plan}, Parameters{written});");
        }
    }

    /// <summary>The element type of the model that the routine writes gradients of; null when it writes none.</summary>
    public string? ModelElement { get; init; }

    private void Lists(Step step)
    {
        switch (step)
        {
            case ListStep list:
                List(ListNames.Inputs(_layout, list.Outputs[0]), list.Inputs, _layout.Values[list.Inputs[0]].Element);
                break;
            case ListPullbackStep list:
                List(ListNames.Cotangents(_layout, list), list.Outputs, _layout.Values[list.Elements[0]].Element);
                if (list.Operation.SavesInputs)
                    List(ListNames.Saved(_layout, list), [.. list.Inputs.Skip(1).Take(list.Inputs.Count - 2)], _layout.Values[list.Elements[0]].Element);
                _code.Line($"{_layout.Plan}.{ListNames.Cotangents(_layout, list)}Shapes = [{string.Join(", ", list.Elements.Select(ShapeOf))}];");
                _fields.Add($"public {Types["Shape"]}[] {ListNames.Cotangents(_layout, list)}Shapes = null!;");
                break;
        }
    }

    private void List(string field, IReadOnlyList<int> values, string element)
    {
        string slots = string.Join(", ", values.Select(value => value < 0 ? "null" : _layout.Plan + "." + _layout.NameOf(value)));
        _code.Line($"{_layout.Plan}.{field} = {_layout.Plan}.List<{element}>({slots});");
        _fields.Add($"public {Types[$"SlotList<{element}>", "Compilation"]} {field} = null!;");
    }

    private void Reserve(string name, string element, string shape, int first, int last)
    {
        _fields.Add($"public {Types[$"Slot<{element}>", "Compilation"]} {name} = null!;");
        _code.Line($"{_layout.Plan}.{name} = {_layout.Plan}.Reserve<{element}>({shape}, {first}, {last});");
    }
}
