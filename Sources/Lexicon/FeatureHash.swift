/// How tables of weights find their features.
public enum FeatureHash {
  /// Spreads a key over 64 bits: the low ones choose the slot, the high half tells keys apart.
  @inlinable @inline(__always) public static func hash(_ key: UInt64) -> UInt64 {
    // The finalizer of MurmurHash3 (public domain), which lets every bit of the key reach every bit of the result.
    var hash = (key ^ key >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }
}
