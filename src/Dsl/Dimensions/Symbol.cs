namespace TypedTensors.Dimensions;

/// <summary>How much may be concluded from a symbol.</summary>
internal enum SymbolKind
{
    /// <summary>A name of the signature under check: it stands for every size, so a witness may choose it freely.</summary>
    Rigid,

    /// <summary>A size that is not known at compile time (read from an unannotated tensor, produced by data): it never refutes.</summary>
    Opaque,

    /// <summary>A name of a callee's signature, to be bound by unification.</summary>
    Flexible,
}

/// <summary>An unknown of the dimension algebra. Two symbols are the same unknown when name, kind and serial number agree.</summary>
/// <param name="Name">The name shown to the user.</param>
/// <param name="Kind">What may be concluded from it.</param>
/// <param name="Serial">Tells apart symbols that share a name, such as the sizes read from two tensors; 0 for declared names.</param>
internal sealed record Symbol(string Name, SymbolKind Kind, int Serial = 0) : IComparable<Symbol>
{
    /// <summary>Orders symbols by name, so that the normal form, and with it every message, reads alphabetically.</summary>
    public int CompareTo(Symbol? other)
    {
        if (other is null)
            return 1;
        int byName = string.CompareOrdinal(Name, other.Name);
        if (byName != 0)
            return byName;
        int byKind = Kind.CompareTo(other.Kind);
        return byKind != 0 ? byKind : Serial.CompareTo(other.Serial);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
