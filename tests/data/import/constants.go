package acme

type Status uint32

const (
	STATUS_ACME_OK     Status = 0x00000000
	STATUS_ACME_GONE   Status = 0xC0F00005 // The parcel is gone.
)
